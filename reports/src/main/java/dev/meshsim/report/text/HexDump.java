package dev.meshsim.report.text;

import dev.meshsim.bytes.Bytes;
import java.util.Locale;

/**
 * Octets as people read them: lines of sixteen or eight, each with the offset of its first octet,
 * the octets in hexadecimal, and their ASCII characters between bars.
 */
public final class HexDump {

  private static final int LINE = 16;
  private static final int GROUP = 8;

  private HexDump() {}

  /** Writes all octets; the text ends with a line feed unless it is empty. */
  public static String of(Bytes octets) {
    return of(octets, octets.length(), LINE);
  }

  /**
   * Writes the first octets, eight a line, and a line with the number of those left out.
   *
   * @param most the most octets that are written
   */
  public static String narrow(Bytes octets, int most) {
    return of(octets, most, GROUP);
  }

  private static String of(Bytes octets, int most, int width) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(most, octets.length());
    for (int at = 0; at < shown; at += width) {
      line(text, octets, at, Math.min(at + width, shown), width);
    }
    if (shown < octets.length()) {
      text.append("... ").append(octets.length() - shown).append(" octets more\n");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Bytes octets, int from, int to, int width) {
    text.append(String.format(Locale.ROOT, "%08x ", from));
    StringBuilder characters = new StringBuilder();
    for (int at = from; at < from + width; at++) {
      if (at - from == GROUP) {
        text.append(' ');
      }
      if (at >= to) {
        text.append("   ");
        continue;
      }
      int octet = octets.at(at);
      text.append(' ').append(Character.forDigit(octet >> 4, 16));
      text.append(Character.forDigit(octet & 15, 16));
      characters.append(octet >= ' ' && octet < 0x7f ? (char) octet : '.');
    }
    text.append("  |").append(characters).append("|\n");
  }
}
