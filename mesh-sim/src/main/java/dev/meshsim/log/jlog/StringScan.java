package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Utf8;
import dev.meshsim.json.UnicodeEscape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of a JSON string and checks all of it on the way: escapes, control characters,
 * UTF-8. Plain characters are scanned eight octets at a time, since most of a log is base64url.
 */
final class StringScan {

  /** The string is broken, or its end is not in the buffer. */
  static final int NONE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private StringScan() {}

  /**
   * Scans from after the opening quote.
   *
   * @return the position of the closing quote, or {@link #NONE}
   */
  static int end(byte[] buffer, int from, int limit) {
    int at = from;
    while (at < limit) {
      if (at + Long.BYTES <= limit) {
        long special = special((long) LONGS.get(buffer, at));
        if (special == 0) {
          at += Long.BYTES;
          continue;
        }
        at += Long.numberOfTrailingZeros(special) >> 3;
      }
      byte octet = buffer[at];
      if (octet == '"') {
        return at;
      }
      if (octet == '\\') {
        at = afterEscape(buffer, at, limit);
      } else if (octet < 0) {
        at = Utf8.after(buffer, at, limit);
      } else if (octet < 0x20) {
        return NONE;
      } else {
        at++;
      }
      if (at == NONE) {
        return NONE;
      }
    }
    return NONE;
  }

  /**
   * The high bit of each octet that is a quote, a backslash, below 0x20 or above 0x7f. A borrow can
   * mark an octet after the first such one, never before it.
   */
  private static long special(long octets) {
    long quote = octets ^ (ONES * '"');
    long slash = octets ^ (ONES * '\\');
    return (octets | (quote - ONES) | (slash - ONES) | (octets - ONES * 0x20)) & HIGHS;
  }

  private static int afterEscape(byte[] buffer, int at, int limit) {
    if (at + 1 >= limit) {
      return NONE;
    }
    return switch (buffer[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> afterUnit(buffer, at, limit);
      default -> NONE;
    };
  }

  /** The position after an escaped character, which may be a pair of surrogates; not half one. */
  private static int afterUnit(byte[] buffer, int at, int limit) {
    int unit = UnicodeEscape.unit(buffer, at, limit);
    if (unit == UnicodeEscape.NONE) {
      return NONE;
    }
    int next = at + UnicodeEscape.OCTETS;
    if (!Character.isSurrogate((char) unit)) {
      return next;
    }
    int low = UnicodeEscape.unit(buffer, next, limit);
    return Character.isSurrogatePair((char) unit, (char) low) ? next + UnicodeEscape.OCTETS : NONE;
  }
}
