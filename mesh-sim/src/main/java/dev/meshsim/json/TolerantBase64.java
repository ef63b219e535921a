package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A lenient base64 decoder for all forms that the reference implementation wrote or read: folded or
 * not, padded or not, in either alphabet of RFC 4648. Characters of neither alphabet are skipped
 * and bits that do not fill an octet are dropped, so every text decodes; only a digest or a
 * signature can tell whether the octets are right.
 */
public final class TolerantBase64 {

  private static final byte[] VALUES = values();
  private static final int FOREIGN = -1;

  private TolerantBase64() {}

  /**
   * Decoded octets and the defects of their text.
   *
   * @param octets the decoded octets
   * @param tolerances the defects found; empty if {@link Bytes#base64Url(String)} decodes the text
   *     too; unmodifiable
   */
  public record Decoding(Bytes octets, Set<Tolerance> tolerances) {

    /** Copies the set. */
    public Decoding {
      Objects.requireNonNull(octets);
      EnumSet<Tolerance> copy = EnumSet.noneOf(Tolerance.class);
      copy.addAll(tolerances);
      tolerances = Collections.unmodifiableSet(copy);
    }
  }

  /**
   * Decodes {@code text}.
   *
   * @throws JsonException with {@link JsonException.Code#LIMIT} if it has more characters than
   *     {@link JsonLimits#DOCUMENT_OCTETS}; nothing else is an error
   */
  public static Bytes decode(String text) {
    return Bytes.of(octets(text));
  }

  /**
   * Decodes {@code text} and reports its defects.
   *
   * @throws JsonException as {@link #decode}
   */
  public static Decoding decodeNoting(String text) {
    byte[] octets = octets(text);
    return new Decoding(Bytes.of(octets), tolerances(text));
  }

  private static byte[] octets(String text) {
    if (text.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JsonErrors.tooLarge(text.length());
    }
    byte[] octets = new byte[(int) (text.length() * 6L / 8)];
    int length = 0;
    int bits = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = valueOf(text.charAt(i));
      if (value != FOREIGN) {
        bits = bits << 6 | value;
        if (++count == 4) {
          octets[length++] = (byte) (bits >> 16);
          octets[length++] = (byte) (bits >> 8);
          octets[length++] = (byte) bits;
          count = 0;
          bits = 0;
        }
      }
    }
    if (count >= 2) {
      octets[length++] = (byte) (count == 2 ? bits >> 4 : bits >> 10);
    }
    if (count == 3) {
      octets[length++] = (byte) (bits >> 2);
    }
    return Arrays.copyOf(octets, length);
  }

  // A pass of its own: most callers need only the octets, and large logs are mostly base64.
  private static Set<Tolerance> tolerances(String text) {
    Set<Tolerance> found = EnumSet.noneOf(Tolerance.class);
    int digits = 0;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = valueOf(c);
      if (value != FOREIGN) {
        digits++;
        last = value;
        if (c == '+' || c == '/') {
          found.add(Tolerance.BASE64_STANDARD_ALPHABET);
        }
      } else if (c == '=') {
        found.add(Tolerance.BASE64_PADDING);
      } else if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
        found.add(Tolerance.BASE64_WHITE_SPACE);
      } else {
        found.add(Tolerance.BASE64_FOREIGN_CHARACTER);
      }
    }
    int spare =
        switch (digits % 4) {
          // One character cannot fill an octet, so it is a defect whatever its value.
          case 1 -> 0x40 | last;
          case 2 -> last & 0x0f;
          case 3 -> last & 0x03;
          default -> 0;
        };
    if (spare != 0) {
      found.add(Tolerance.BASE64_SPARE_BITS);
    }
    return found;
  }

  private static int valueOf(char c) {
    return c < VALUES.length ? VALUES[c] : FOREIGN;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) FOREIGN);
    for (int i = 0; i < 26; i++) {
      values['A' + i] = (byte) i;
      values['a' + i] = (byte) (26 + i);
    }
    for (int i = 0; i < 10; i++) {
      values['0' + i] = (byte) (52 + i);
    }
    values['-'] = 62;
    values['+'] = 62;
    values['_'] = 63;
    values['/'] = 63;
    return values;
  }
}
