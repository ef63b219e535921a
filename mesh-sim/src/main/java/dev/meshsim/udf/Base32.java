package dev.meshsim.udf;

import java.util.Arrays;

/** Base32 (RFC 4648 section 6) in capitals, without padding, in groups of characters. */
public final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int value = 0; value < ALPHABET.length(); value++) {
      VALUES[ALPHABET.charAt(value)] = (byte) value;
    }
  }

  private Base32() {}

  /** The value 0 to 31 of a capital letter or a digit 2 to 7, or -1 for any other character. */
  public static int valueOf(char character) {
    return character < VALUES.length ? VALUES[character] : -1;
  }

  /**
   * Encodes all of {@code octets}; unused bits of the last character are zero.
   *
   * @param groupSize the number of characters between two dashes
   */
  public static String encode(byte[] octets, int groupSize) {
    return encode(octets, (octets.length * Byte.SIZE + BITS - 1) / BITS, groupSize);
  }

  /**
   * Encodes to exactly {@code characters} characters; bits beyond the octets are zero.
   *
   * @param groupSize the number of characters between two dashes
   */
  static String encode(byte[] octets, int characters, int groupSize) {
    StringBuilder text = new StringBuilder(characters + characters / groupSize);
    int window = 0;
    int held = 0;
    int next = 0;
    for (int i = 0; i < characters; i++) {
      if (held < BITS) {
        window = (window << Byte.SIZE) | (next < octets.length ? octets[next] & 0xff : 0);
        next++;
        held += Byte.SIZE;
      }
      if (i > 0 && i % groupSize == 0) {
        text.append('-');
      }
      held -= BITS;
      text.append(ALPHABET.charAt((window >>> held) & 0x1f));
    }
    return text.toString();
  }

  /**
   * Packs 5-bit values into octets, most significant bit first.
   *
   * @param values a value 0 to 31 for each character; see {@link #valueOf}
   * @param count how many of {@code values} to read
   * @return the whole octets, and one more if bits are left over, with its low bits zero
   */
  public static byte[] decode(byte[] values, int count) {
    byte[] octets = new byte[(count * BITS + Byte.SIZE - 1) / Byte.SIZE];
    int window = 0;
    int held = 0;
    int next = 0;
    for (int i = 0; i < count; i++) {
      window = (window << BITS) | values[i];
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        octets[next++] = (byte) (window >>> held);
      }
    }
    if (held > 0) {
      octets[next] = (byte) (window << (Byte.SIZE - held));
    }
    return octets;
  }
}
