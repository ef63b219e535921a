package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** The log of the one kind where the log of the other is expected. */
public final class SwappedLogsException extends MeshException {

  private static final long serialVersionUID = 1L;

  SwappedLogsException(Path file, LogName expected, LogName found) {
    super(
        "log.swapped",
        file + ": is the log of " + found.content() + ", not of " + expected.content(),
        "give the mesh log first and the portal log second; the file was not changed");
  }
}
