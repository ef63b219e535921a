package dev.meshsim.share;

import dev.meshsim.udf.Base32;
import java.util.Arrays;
import java.util.Locale;

/**
 * The characters of a share's text, with unambiguous typing errors corrected, and the grouping that
 * its dashes show.
 */
final class ShareCharacters {

  private static final int BITS = 5;

  private final byte[] values;
  private final int count;
  private final boolean groupsOf4;
  private final boolean groupsOf5;
  private final boolean endsInDash;

  private ShareCharacters(
      byte[] values, int count, boolean groupsOf4, boolean groupsOf5, boolean endsInDash) {
    this.values = values;
    this.count = count;
    this.groupsOf4 = groupsOf4;
    this.groupsOf5 = groupsOf5;
    this.endsInDash = endsInDash;
  }

  /**
   * Reads a text.
   *
   * @throws ShareException {@code share.mistyped} at a character that means nothing, or at a dash
   *     where no format has one
   */
  static ShareCharacters read(String text) {
    String trimmed = text.strip();
    byte[] values = new byte[trimmed.length()];
    int count = 0;
    boolean fours = true;
    boolean fives = true;
    boolean dash = false;
    int group = 1;
    for (int i = 0; i < trimmed.length(); i++) {
      char found = trimmed.charAt(i);
      dash = isDash(found);
      if (dash) {
        fours &= count > 0 && count % 4 == 0;
        fives &= count > 0 && count % 5 == 0;
        if (!fours && !fives) {
          throw ShareException.mistyped(
              "a share has groups of 4 or of 5 characters, and the dash at character "
                  + (i + 1)
                  + " ends a group of another length, group "
                  + group);
        }
        group++;
        continue;
      }
      int value = Base32.valueOf(forgive(found));
      if (value < 0) {
        throw ShareException.mistyped(
            "character "
                + (i + 1)
                + " of a share, in group "
                + group
                + ", is "
                + describe(found)
                + "; letters and the digits 2 to 7 are accepted");
      }
      values[count++] = (byte) value;
    }
    if (count == 0) {
      throw ShareException.mistyped("the text of a share is empty");
    }
    return new ShareCharacters(values, count, fours, fives, dash);
  }

  // Word processors turn hyphens into other dashes and spaces into no-break spaces.
  private static boolean isDash(char found) {
    return found == '-'
        || found == ' '
        || found == '\u00a0'
        || found == '\u2212'
        || (found >= '\u2010' && found <= '\u2015');
  }

  /** Replaces lower case, and digits outside base32 by the letters they resemble. */
  private static char forgive(char found) {
    if (found >= 'a' && found <= 'z') {
      return (char) (found - 'a' + 'A');
    }
    return switch (found) {
      case '0' -> 'O';
      case '1' -> 'I';
      case '8' -> 'B';
      default -> found;
    };
  }

  private static String describe(char found) {
    return found > ' ' && found < 127
        ? "'" + found + "'"
        : String.format(Locale.ROOT, "U+%04X", (int) found);
  }

  /** True if every dash ends a group of 4, and also if there are no dashes. */
  boolean mayBeGroupsOf4() {
    return groupsOf4;
  }

  /** True if every dash ends a group of 5, and also if there are no dashes. */
  boolean mayBeGroupsOf5() {
    return groupsOf5;
  }

  boolean endsInDash() {
    return endsInDash;
  }

  /**
   * The decoded octets, without the unused bits of the last character.
   *
   * @throws ShareException {@code share.mistyped} if no number of octets has this many characters,
   *     or a spare bit is not zero
   */
  byte[] octets() {
    int spare = count * BITS % Byte.SIZE;
    if (spare >= BITS) {
      throw ShareException.mistyped(
          "no share has " + count + " characters: one is missing or too many");
    }
    byte[] padded = Base32.decode(values, count);
    if (spare == 0) {
      return padded;
    }
    int length = count * BITS / Byte.SIZE;
    boolean clean = padded[length] == 0;
    byte[] octets = Arrays.copyOf(padded, length);
    Arrays.fill(padded, (byte) 0);
    if (!clean) {
      throw ShareException.mistyped("the last character of a share is not one that can end it");
    }
    return octets;
  }
}
