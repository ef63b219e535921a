package dev.meshsim.light;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A request to the lightweight API that does not fit what is on the machine. */
public final class LightException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NO_REQUEST(
        "light.no-request",
        "The machine has no open connection request for the account.",
        "request a connection first"),
    BAD_CONTENT(
        "light.bad-content",
        "A text is not the JSON of the type of an application.",
        "start from the content that the application has, and change its values");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private LightException(Code code, String problem) {
    super(code, problem);
  }

  static LightException noRequest(String account) {
    return new LightException(
        Code.NO_REQUEST, "there is no open connection request for the account " + account);
  }

  /** The reason has a line and a column, and no value of the content. */
  static LightException badContent(String type, String reason) {
    return new LightException(
        Code.BAD_CONTENT, "the content is not that of a " + type + ": " + reason);
  }
}
