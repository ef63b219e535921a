package dev.meshsim.cli.console;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;

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

  private InputException(String place, MeshException failure) {
    super(failure.errorCode(), place, failure.problem(), failure.hint(), failure);
  }

  /** A failure of what a file says, with the file as its place; it keeps its code. */
  static InputException in(String file, MeshException failure) {
    return new InputException(Quote.of(file), failure);
  }
}
