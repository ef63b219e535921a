package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A file that does not begin as a log does. */
public final class LogHeaderException extends MeshException {

  private static final long serialVersionUID = 1L;

  LogHeaderException(Path file, LogName expected, String found) {
    super(
        "log.header",
        file + ": line 1 " + found + "; expected " + header(expected),
        "check the path; the file was not changed");
  }

  private static String header(LogName log) {
    return "{\"Header\":{\"Type\":\"Data\",\"Content\":\"" + log.content() + "\",...}}";
  }
}
