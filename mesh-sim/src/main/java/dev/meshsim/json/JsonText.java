package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The check of a text's octets before any JSON parser sees them: its size, strict UTF-8 without a
 * byte order mark (RFC 8259 section 8.1), and no escape of half a surrogate pair, which could not
 * be written as UTF-8 again.
 */
final class JsonText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final Bytes MARK = Bytes.hex("efbbbf");
  private static final String HALF = "the escape of half a surrogate pair has no UTF-8 form";

  private JsonText() {}

  /**
   * Returns a copy of the octets for a parser.
   *
   * @throws JsonException if they are too many or not a UTF-8 text
   */
  static byte[] octets(Bytes text) {
    if (text.length() > JsonLimits.DOCUMENT_OCTETS) {
      throw JsonErrors.tooLarge(text.length());
    }
    byte[] octets = text.toArray();
    requireUtf8(octets, 0, octets.length);
    return octets;
  }

  /**
   * Encodes a decoded text.
   *
   * @throws JsonException if it is too long or has half a surrogate pair
   */
  static Bytes encoded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(++i))) {
        throw JsonErrors.malformed(HALF, new byte[0], 0, 0);
      }
    }
    return Bytes.utf8(text);
  }

  /**
   * Refuses octets that are not a UTF-8 text.
   *
   * @param to the end, not checked itself
   */
  static void requireUtf8(byte[] octets, int from, int to) {
    requireNoOtherEncoding(octets, from, to);
    int at = from;
    while (at < to) {
      if (at + Long.BYTES <= to && isPlain((long) LONGS.get(octets, at))) {
        at += Long.BYTES;
      } else if (octets[at] == '\\') {
        at = afterEscape(octets, from, at, to);
      } else if (octets[at] >= 0) {
        at++;
      } else {
        int next = Utf8.after(octets, at, to);
        if (next == Utf8.NONE) {
          String what = Utf8.describe(octets, at, to);
          throw JsonErrors.notUtf8("the text is not UTF-8: " + what, octets, from, at);
        }
        at = next;
      }
    }
  }

  /** False if one of eight octets may be a backslash or is not ASCII. */
  private static boolean isPlain(long octets) {
    return ((octets | ((octets ^ (ONES * '\\')) - ONES)) & HIGHS) == 0;
  }

  private static int afterEscape(byte[] octets, int from, int at, int to) {
    int unit = UnicodeEscape.unit(octets, at, to);
    if (!Character.isSurrogate((char) unit)) {
      return at + 2;
    }
    int low = UnicodeEscape.unit(octets, at + UnicodeEscape.OCTETS, to);
    if (!Character.isSurrogatePair((char) unit, (char) low)) {
      throw JsonErrors.malformed(HALF, octets, from, at);
    }
    return at + 2 * UnicodeEscape.OCTETS;
  }

  /** Of JSON in UTF-16 or UTF-32, one of the first two octets is zero or part of a mark. */
  private static void requireNoOtherEncoding(byte[] octets, int from, int to) {
    if (to - from >= MARK.length() && Bytes.of(octets, from, from + MARK.length()).equals(MARK)) {
      throw JsonErrors.notUtf8("the text begins with a byte order mark", octets, from, from);
    }
    int first = to - from < 2 ? -1 : (octets[from] & 0xff) << 8 | (octets[from + 1] & 0xff);
    boolean marked = first == 0xfeff || first == 0xfffe;
    if (marked || (first >= 0 && (octets[from] == 0 || octets[from + 1] == 0))) {
      throw JsonErrors.notUtf8("the text is UTF-16 or UTF-32, not UTF-8", octets, from, from);
    }
  }
}
