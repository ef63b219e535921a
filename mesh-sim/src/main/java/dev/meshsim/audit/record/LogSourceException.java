package dev.meshsim.audit.record;

import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import java.io.IOException;

/** A log that cannot be read from where it is; code {@code reference.source}. */
public final class LogSourceException extends MeshException {

  private static final long serialVersionUID = 1L;

  public LogSourceException(String name, Exception cause) {
    super(
        "reference.source",
        name + " cannot be read" + (cause instanceof IOException e ? ": " + IoReason.of(e) : ""),
        "name a file that exists and that you may read",
        cause);
  }
}
