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
        "name a file that exists and that you may read"),
    INTERRUPTED(
        "audit.interrupted",
        "The thread was interrupted while a log was verified; there is no verdict.",
        "verify the log again");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private LogSourceException(Code code, String name, String problem, Exception cause) {
    super(code, name, problem, code.hint(), cause);
  }

  /** The verification of the log with that name was interrupted. */
  public static LogSourceException interrupted(String name, InterruptedException cause) {
    return new LogSourceException(
        Code.INTERRUPTED, name, "the verification was interrupted", cause);
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
