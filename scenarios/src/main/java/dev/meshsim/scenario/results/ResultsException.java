package dev.meshsim.scenario.results;

import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory for results that cannot be used; one nested class for each reason. */
public abstract class ResultsException extends MeshException {

  private static final long serialVersionUID = 1L;

  ResultsException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  ResultsException(String code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  /** The directory for the results holds something that is no result. */
  public static final class Foreign extends ResultsException {

    private static final long serialVersionUID = 1L;

    Foreign(Path directory, Path foreign) {
      super(
          "results.foreign",
          "the directory " + directory + " holds " + foreign + ", which is no result of a run",
          "name a new or empty directory with --out, or move it away");
    }
  }

  /** Another run writes to the directory for the results. */
  public static final class InUse extends ResultsException {

    private static final long serialVersionUID = 1L;

    InUse(Path directory, FilesException.FileLocked cause) {
      super(
          "results.in-use",
          "another run writes to the directory " + directory + ": " + cause.holder(),
          "wait until that run has ended, or name another directory with --out",
          cause);
    }
  }

  /** The results could not be written. */
  public static final class WriteFailed extends ResultsException {

    private static final long serialVersionUID = 1L;

    public WriteFailed(Path path, IOException cause) {
      super(
          "results.io",
          "cannot write " + path + ": " + IoReason.of(cause),
          "check the directory and the space on the disk, or name another with --out",
          cause);
    }
  }
}
