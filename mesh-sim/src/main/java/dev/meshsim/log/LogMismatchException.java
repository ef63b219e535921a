package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** Two logs that are each whole but are not of one portal, or not of one moment. */
public final class LogMismatchException extends MeshException {

  private static final long serialVersionUID = 1L;

  LogMismatchException(Path file, long missing, Path other, long present) {
    super(
        "log.mismatch",
        file
            + ": lacks the record TID:"
            + missing
            + ", though "
            + other
            + " goes on to TID:"
            + present,
        "restore both files from the same copy; neither was changed");
  }
}
