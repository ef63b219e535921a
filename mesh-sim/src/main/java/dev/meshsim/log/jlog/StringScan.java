package dev.meshsim.log.jlog;

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
        at = afterMultibyte(buffer, at, limit);
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
      case 'u' -> hexDigits(buffer, at + 2, limit) ? at + 6 : NONE;
      default -> NONE;
    };
  }

  private static boolean hexDigits(byte[] buffer, int from, int limit) {
    if (from + 4 > limit) {
      return false;
    }
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(buffer[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int afterMultibyte(byte[] buffer, int at, int limit) {
    int lead = buffer[at] & 0xff;
    int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || at + more >= limit) {
      return NONE;
    }
    int second = buffer[at + 1] & 0xff;
    boolean wrong =
        (lead == 0xe0 && second < 0xa0)
            || (lead == 0xed && second > 0x9f)
            || (lead == 0xf0 && second < 0x90)
            || (lead == 0xf4 && second > 0x8f);
    for (int i = 1; i <= more; i++) {
      wrong |= (buffer[at + i] & 0xc0) != 0x80;
    }
    return wrong ? NONE : at + more + 1;
  }
}
