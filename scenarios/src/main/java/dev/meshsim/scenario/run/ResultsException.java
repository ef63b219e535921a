package dev.meshsim.scenario.run;

import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.nio.file.Path;

/** The results could not be written. */
public final class ResultsException extends MeshException {

  private static final long serialVersionUID = 1L;

  ResultsException(Path path, IOException cause) {
    super(
        "results.io",
        "cannot write " + path + ": " + IoReason.of(cause),
        "check the directory and the space on the disk, or name another with --out",
        cause);
  }
}
