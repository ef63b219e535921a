package dev.meshsim.cli.console;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** An argument or an input file that cannot be used. */
public final class InputException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    INPUT(
        "cli.input",
        "An argument or an input file cannot be used.",
        "correct the argument as the message says");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  /** Makes the failure; both texts are one line. */
  public InputException(String problem, String hint) {
    super(Code.INPUT, problem, hint);
  }
}
