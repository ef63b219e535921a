package dev.meshsim.audit.record;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import java.io.IOException;

/** A log that cannot be read from its source. */
public final class LogSourceException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    SOURCE(
        "audit.source",
        "A log cannot be read from its file or archive.",
        "name a file that exists and that you may read");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  /** Makes the failure of the log with that name; an {@link IOException} gives the reason. */
  public LogSourceException(String name, Exception cause) {
    super(
        Code.SOURCE,
        name,
        "cannot be read" + (cause instanceof IOException e ? ": " + IoReason.of(e) : ""),
        Code.SOURCE.hint(),
        cause);
  }
}
