package dev.meshsim.dialect;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import java.util.List;

/** A name that is not the name of a dialect. */
public final class UnknownDialectException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    UNKNOWN(
        "dialect.unknown",
        "There is no dialect of that name.",
        "use one of the dialects that the message lists");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  UnknownDialectException(String name, List<String> known) {
    super(
        Code.UNKNOWN,
        "there is no dialect \"" + name + "\"",
        "use one of " + String.join(", ", known));
  }
}
