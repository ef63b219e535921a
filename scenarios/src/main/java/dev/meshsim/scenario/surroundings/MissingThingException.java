package dev.meshsim.scenario.surroundings;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A step needs something that no step before it has made, though one might have. */
public final class MissingThingException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  enum Code implements ErrorCode {
    MISSING(
        "scenario.missing",
        "A step needs something that an earlier step could have made, but did not.",
        "add the step that the message names");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  public MissingThingException(String machine, String what, String hint) {
    super(Code.MISSING, machine + " has no " + what, hint);
  }
}
