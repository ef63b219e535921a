package dev.meshsim.json;

/**
 * The escape of a UTF-16 code unit in a JSON string (RFC 8259 section 7): a backslash, {@code u}
 * and four hexadecimal digits.
 */
public final class UnicodeEscape {

  /** The octets of an escape. */
  public static final int OCTETS = 6;

  /** The result where there is no escape; it is no surrogate. */
  public static final int NONE = -1;

  private UnicodeEscape() {}

  /**
   * The code unit of the escape at an index, 0 to 0xFFFF, or {@link #NONE}.
   *
   * @param to the end of the octets
   */
  public static int unit(byte[] octets, int at, int to) {
    if (at + OCTETS > to || octets[at] != '\\' || octets[at + 1] != 'u') {
      return NONE;
    }
    int unit = 0;
    for (int i = at + 2; i < at + OCTETS; i++) {
      int digit = octets[i] < 0 ? NONE : Character.digit(octets[i], 16);
      if (digit < 0) {
        return NONE;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
