package dev.meshsim.scenario.run;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.FileLockedException;
import java.nio.file.Path;

/** Another run writes to the directory for the results. */
public final class ResultsInUseException extends MeshException {

  private static final long serialVersionUID = 1L;

  ResultsInUseException(Path directory, FileLockedException cause) {
    super(
        "results.in-use",
        "another run writes to the directory " + directory + ": " + cause.holder(),
        "wait until that run has ended, or name another directory with --out",
        cause);
  }
}
