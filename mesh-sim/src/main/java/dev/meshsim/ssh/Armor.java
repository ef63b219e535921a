package dev.meshsim.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

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

  // Only such a first line is shown: any other may be a part of a private key.
  private static final Pattern OTHER_FORM = Pattern.compile("-{4,5} ?BEGIN [A-Z0-9 ]{1,40}-{4,5}");
  private static final Pattern PUTTY = Pattern.compile("PuTTY-User-Key-File-[0-9]: [a-z0-9-]+");

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

  /**
   * Reads the octets back; the caller clears them. Blank lines, white space at the ends of lines
   * and header lines of RFC 4716 are passed over.
   */
  byte[] read(byte[] text) throws KeyTextException {
    Cleared base64 = new Cleared(text.length);
    boolean begun = false;
    boolean inHeader = false;
    boolean ended = false;
    try {
      for (int line = 0; line < text.length; ) {
        int end = endOfLine(text, line);
        int from = skipWhite(text, line, end);
        int to = trimWhite(text, from, end);
        if (!begun) {
          begun = begins(text, from, to);
        } else if (!ended && equal(text, from, to, this.end)) {
          ended = true;
        } else if (inHeader || (headers && contains(text, from, to, ':'))) {
          inHeader = end > line && text[end - 1] == '\\';
        } else {
          require(!ended || from == to, "goes on after its last line");
          base64.write(text, from, to - from);
        }
        line = end + (end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
      }
      require(begun, "is empty");
      require(ended, "does not end with \"" + end + "\"");
      return Base64.getDecoder().decode(base64.toByteArray());
    } catch (IllegalArgumentException e) {
      throw new KeyTextException("has a line that is not base64");
    } finally {
      base64.clear();
    }
  }

  /** True if the line is the first one, false if it is blank. */
  private boolean begins(byte[] text, int from, int to) throws KeyTextException {
    if (from == to || equal(text, from, to, begin)) {
      return from < to;
    }
    String line = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    String problem = "does not begin with \"" + begin + "\"";
    if (OTHER_FORM.matcher(line).matches()) {
      problem += " but with \"" + line + "\"";
    } else if (PUTTY.matcher(line).matches()) {
      problem += " but is a file of PuTTY: export it with puttygen -O private-openssh-new";
    } else if (line.startsWith("\u00ef\u00bb\u00bf") || line.startsWith("\u00ff\u00fe")) {
      problem += " but with a byte order mark: save it in ASCII";
    }
    throw new KeyTextException(problem);
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

  private static int skipWhite(byte[] text, int from, int end) {
    int at = from;
    while (at < end && isWhite(text[at])) {
      at++;
    }
    return at;
  }

  private static int trimWhite(byte[] text, int from, int end) {
    int at = end;
    while (at > from && isWhite(text[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isWhite(byte octet) {
    return octet == ' ' || octet == '\t';
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
