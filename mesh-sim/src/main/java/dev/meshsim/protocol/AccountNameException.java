package dev.meshsim.protocol;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;

/** A text that is not a portal account name. */
public final class AccountNameException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ACCOUNT(
        "protocol.bad-account",
        "A text is not an account name.",
        "write it as user@domain, for example alice@example.com");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final NameObjection objection;

  AccountNameException(String text, NameObjection objection) {
    super(Code.BAD_ACCOUNT, "not an account name: " + Quote.text(text) + ": " + objection);
    this.objection = objection;
  }

  /** The reason in a few words of English. */
  public String reason() {
    return objection.toString();
  }

  /** The reason, for other languages. */
  public NameObjection objection() {
    return objection;
  }
}
