package dev.meshsim.store.file.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 between two lines of dashes: PEM (RFC 7468), OpenSSH private keys and RFC 4716 public
 * keys.
 *
 * @param begin the first line
 * @param end the last line
 * @param width characters in a full line of base64
 * @param headers whether lines of a name, a colon and a value may stand before the base64
 */
record Armor(String begin, String end, int width, boolean headers) {

  static final Armor OPENSSH_PRIVATE =
      new Armor(
          "-----BEGIN OPENSSH PRIVATE KEY-----", "-----END OPENSSH PRIVATE KEY-----", 70, false);
  static final Armor SSH2_PUBLIC =
      new Armor("---- BEGIN SSH2 PUBLIC KEY ----", "---- END SSH2 PUBLIC KEY ----", 70, true);
  static final Armor PKCS8 =
      new Armor("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", 64, false);
  static final Armor SPKI =
      new Armor("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----", 64, false);

  /**
   * Writes the octets.
   *
   * @param header lines between the first line and the base64, each with its line feed
   */
  byte[] write(String header, byte[] octets) {
    byte[] base64 = Base64.getEncoder().encode(octets);
    byte[] head = (begin + "\n" + header).getBytes(StandardCharsets.US_ASCII);
    byte[] foot = (end + "\n").getBytes(StandardCharsets.US_ASCII);
    int lines = (base64.length + width - 1) / width;
    byte[] text = Arrays.copyOf(head, head.length + base64.length + lines + foot.length);
    int at = head.length;
    for (int from = 0; from < base64.length; from += width) {
      int count = Math.min(width, base64.length - from);
      System.arraycopy(base64, from, text, at, count);
      text[at + count] = '\n';
      at += count + 1;
    }
    System.arraycopy(foot, 0, text, at, foot.length);
    Arrays.fill(base64, (byte) 0);
    return text;
  }

  /** Reads the octets back; the caller clears them. Header lines of RFC 4716 are passed over. */
  byte[] read(byte[] text) throws KeyTextException {
    Cleared base64 = new Cleared(text.length);
    int line = 0;
    boolean inHeader = false;
    boolean ended = false;
    require(text.length > 0, "is empty");
    for (int from = 0; from < text.length; line++) {
      int to = endOfLine(text, from);
      if (line == 0) {
        require(equal(text, from, to, begin), "does not begin with \"" + begin + "\"");
      } else if (!ended && equal(text, from, to, end)) {
        ended = true;
      } else if (ended) {
        throw new KeyTextException("goes on after its last line");
      } else if (inHeader || (headers && contains(text, from, to, ':'))) {
        inHeader = to > from && text[to - 1] == '\\';
      } else {
        base64.write(text, from, to - from);
      }
      from = to + (to + 1 < text.length && text[to] == '\r' && text[to + 1] == '\n' ? 2 : 1);
    }
    require(ended, "does not end with \"" + end + "\"");
    try {
      return Base64.getDecoder().decode(base64.toByteArray());
    } catch (IllegalArgumentException e) {
      throw new KeyTextException("has a line that is not base64");
    } finally {
      base64.clear();
    }
  }

  private static void require(boolean condition, String problem) throws KeyTextException {
    if (!condition) {
      throw new KeyTextException(problem);
    }
  }

  private static int endOfLine(byte[] text, int from) {
    int to = from;
    while (to < text.length && text[to] != '\n' && text[to] != '\r') {
      to++;
    }
    return to;
  }

  private static boolean equal(byte[] text, int from, int to, String line) {
    return Arrays.equals(
        text, from, to, line.getBytes(StandardCharsets.US_ASCII), 0, line.length());
  }

  private static boolean contains(byte[] text, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (text[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  /** A buffer of fixed capacity, so that no copy of a secret is left behind by growing. */
  private static final class Cleared extends ByteArrayOutputStream {

    Cleared(int capacity) {
      super(capacity);
    }

    void clear() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
