package dev.meshsim.transparency.note;

import java.util.OptionalLong;

/** The size of a tree as C2SP writes it: decimal, without sign or leading zeros, below 2^63. */
public final class DecimalSize {

  private DecimalSize() {}

  /** Reads a size; empty if a text is none. */
  public static OptionalLong parse(String digits) {
    try {
      long size = Long.parseLong(digits);
      // Printed again it must be the same: Long.parseLong takes signs, zeros and foreign digits.
      return size >= 0 && Long.toString(size).equals(digits)
          ? OptionalLong.of(size)
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
