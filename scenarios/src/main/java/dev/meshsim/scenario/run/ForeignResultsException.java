package dev.meshsim.scenario.run;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** The directory for the results holds something that is no result. */
public final class ForeignResultsException extends MeshException {

  private static final long serialVersionUID = 1L;

  ForeignResultsException(Path directory, Path foreign) {
    super(
        "results.foreign",
        "the directory " + directory + " holds " + foreign + ", which is no result of a run",
        "name a new or empty directory with --out, or move it away");
  }
}
