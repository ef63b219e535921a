package dev.meshsim.scenario.results;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.files.FilesException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory for results that cannot be used; the problem line begins with the path. */
public final class ResultsException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    FOREIGN(
        "results.foreign",
        "The directory for the results holds something that is no result.",
        "name a new or empty directory with --out, or move it away"),
    IN_USE(
        "results.in-use",
        "Another run writes to the directory for the results.",
        "wait until that run has ended, or name another directory with --out"),
    IO(
        "results.io",
        "The results could not be written.",
        "check the directory and the space on the disk, or name another with --out");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ResultsException(Code code, Path place, String problem, @Nullable Throwable cause) {
    super(code, Quote.of(place), problem, code.hint(), cause);
  }

  static ResultsException foreign(Path directory, Path foreign) {
    return new ResultsException(
        Code.FOREIGN,
        directory,
        "holds " + Quote.of(foreign) + ", which is no result of a run",
        null);
  }

  static ResultsException inUse(Path directory, FilesException.FileLocked cause) {
    return new ResultsException(
        Code.IN_USE, directory, "another run writes to this directory: " + cause.holder(), cause);
  }

  /** Results that could not be written. */
  public static ResultsException io(Path path, IOException cause) {
    return new ResultsException(Code.IO, path, "cannot be written: " + IoReason.of(cause), cause);
  }
}
