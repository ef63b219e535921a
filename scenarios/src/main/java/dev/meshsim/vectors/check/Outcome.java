package dev.meshsim.vectors.check;

/**
 * What the library did with the input of a test.
 *
 * @param accepted true if it accepted the input and computed the values that the test gives
 * @param words {@code valid}, {@code invalid share.mistyped}, or the value that is another one
 */
public record Outcome(boolean accepted, String words) {

  private static final String INVALID = "invalid ";
  private static final Outcome VALID = new Outcome(true, "valid");

  static Outcome valid() {
    return VALID;
  }

  /**
   * The library refused the input.
   *
   * @param error the code of the failure, or a word of the README
   */
  static Outcome refused(String error) {
    return new Outcome(false, INVALID + error);
  }

  /** The result is as the test says if {@code same}; otherwise this value is another one. */
  static Outcome same(boolean same, String value) {
    return same ? VALID : new Outcome(false, "valid, but with another " + value);
  }

  /** True if it was refused, for any reason. */
  boolean isRefusal() {
    return words.startsWith(INVALID);
  }
}
