package dev.meshsim.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The rule of RFC 3629, decided on octets: no overlong form, no surrogate, nothing above U+10FFFF.
 * Every reader of texts applies it before a parser sees the octets. ASCII is checked eight octets
 * at a time.
 */
public final class Utf8 {

  /** The result for octets without a fault, and for a character that is none. */
  public static final int NONE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGHS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Finds the first octet that begins no character.
   *
   * @param from the first octet to check
   * @param to the end, not checked itself
   * @return its index, or {@link #NONE} if all octets are UTF-8
   */
  public static int fault(byte[] octets, int from, int to) {
    int at = from;
    while (at < to) {
      if (at + Long.BYTES <= to && ((long) LONGS.get(octets, at) & HIGHS) == 0) {
        at += Long.BYTES;
      } else if (octets[at] >= 0) {
        at++;
      } else {
        int next = after(octets, at, to);
        if (next == NONE) {
          return at;
        }
        at = next;
      }
    }
    return NONE;
  }

  /**
   * The index after a character of two to four octets.
   *
   * @param at the index of its first octet, which is 0x80 or more
   * @param to the end of the octets
   * @return {@link #NONE} if it is not well-formed
   */
  public static int after(byte[] octets, int at, int to) {
    int lead = octets[at] & 0xff;
    int more = more(lead);
    if (lead < 0xc2 || lead > 0xf4 || at + more >= to) {
      return NONE;
    }
    boolean wrong = !isSecond(lead, octets[at + 1] & 0xff);
    for (int i = 1; i <= more; i++) {
      wrong |= !isContinuation(octets[at + i]);
    }
    return wrong ? NONE : at + more + 1;
  }

  /**
   * Says what is wrong at an index that {@link #fault} returned.
   *
   * @param to the end of the octets
   * @return a noun phrase, for example {@code an overlong form}
   */
  public static String describe(byte[] octets, int at, int to) {
    int lead = octets[at] & 0xff;
    if (lead < 0xc0) {
      return "a continuation octet without a first one";
    }
    if (lead > 0xf7) {
      return "an octet that UTF-8 never has";
    }
    if (at + 1 >= to || !isContinuation(octets[at + 1])) {
      return "a character that is cut off";
    }
    int second = octets[at + 1] & 0xff;
    if (lead < 0xc2 || (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90)) {
      return "an overlong form";
    }
    if (lead == 0xed && second > 0x9f) {
      return "a surrogate";
    }
    return lead > 0xf4 || (lead == 0xf4 && second > 0x8f)
        ? "a character above U+10FFFF"
        : "a character that is cut off";
  }

  private static int more(int lead) {
    return lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  }

  private static boolean isContinuation(byte octet) {
    return (octet & 0xc0) == 0x80;
  }

  /** True unless the second octet makes an overlong form, a surrogate or too high a character. */
  private static boolean isSecond(int lead, int second) {
    return switch (lead) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second <= 0x9f;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second <= 0x8f;
      default -> true;
    };
  }
}
