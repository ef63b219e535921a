package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/** Decodes the inside of a checked JSON string. */
final class Unescape {

  private Unescape() {}

  /** The UTF-8 octets of the string between two quotes that {@link StringScan} found. */
  static Bytes octets(byte[] buffer, int from, int to) {
    byte[] out = new byte[to - from];
    int size = 0;
    int at = from;
    while (at < to) {
      byte octet = buffer[at++];
      if (octet != '\\') {
        out[size++] = octet;
        continue;
      }
      byte kind = buffer[at++];
      if (kind == 'u') {
        int first = hex(buffer, at);
        at += 4;
        String character = Character.toString((char) first);
        if (Character.isHighSurrogate((char) first) && isEscape(buffer, at, to)) {
          character += (char) hex(buffer, at + 2);
          at += 6;
        }
        byte[] utf8 = character.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, out, size, utf8.length);
        size += utf8.length;
      } else {
        out[size++] = meaning(kind);
      }
    }
    return Bytes.of(out, 0, size);
  }

  private static boolean isEscape(byte[] buffer, int at, int to) {
    return at + 6 <= to && buffer[at] == '\\' && buffer[at + 1] == 'u';
  }

  private static byte meaning(byte kind) {
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }

  private static int hex(byte[] buffer, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value * 16 + Character.digit(buffer[i], 16);
    }
    return value;
  }
}
