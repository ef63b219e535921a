package dev.meshsim.sim.oracle.fact;

import java.util.Arrays;

/** The characters of an encoding with their values, and those that may be between them. */
final class Alphabet {

  /** The value of a character that ends a run. */
  static final int NONE = -1;

  /** The value of a character that is passed over. */
  private static final int SKIP = -2;

  private final byte[] values = new byte[256];

  /**
   * An alphabet.
   *
   * @param one the characters by their values
   * @param other others of the same values, or none
   * @param skipped characters that are passed over
   */
  Alphabet(String one, String other, String skipped) {
    Arrays.fill(values, (byte) NONE);
    for (int i = 0; i < one.length(); i++) {
      values[one.charAt(i)] = (byte) i;
    }
    for (int i = 0; i < other.length(); i++) {
      values[other.charAt(i)] = (byte) i;
    }
    skipped.chars().forEach(c -> values[c] = SKIP);
  }

  /** The value of a character, or a negative number. */
  int valueOf(byte character) {
    return values[character & 0xff];
  }
}
