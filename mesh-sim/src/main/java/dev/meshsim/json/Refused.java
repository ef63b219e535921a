package dev.meshsim.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A refusal by a reader of this package; its message is fit for a user. */
final class Refused extends DatabindException {

  private static final long serialVersionUID = 1L;

  private Refused(JsonParser in, String what) {
    super(in, what);
  }

  /**
   * A refusal of the value that the parser is at.
   *
   * @param what what is wrong and what is expected; without a place
   */
  static Refused at(JsonParser in, String what) {
    return new Refused(in, what);
  }
}
