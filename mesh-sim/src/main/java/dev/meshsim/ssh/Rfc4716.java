package dev.meshsim.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a public key file as RFC 4716 has it, which {@code ssh-keygen -i} reads. The one line
 * of OpenSSH, which {@code ssh-keygen -c} leaves in its place, is read too.
 */
final class Rfc4716 {

  private static final int LINE = 72;
  private static final Pattern TYPE = Pattern.compile("(?:ssh|ecdsa|sk)-[a-z0-9@.-]{1,60}");

  private Rfc4716() {}

  /**
   * Writes a public key.
   *
   * @param comment printable ASCII without quotation marks
   * @param blob the key as SSH sends it
   */
  static byte[] write(String comment, byte[] blob) {
    return Armor.SSH2_PUBLIC.write(folded("Comment: \"" + comment + "\""), blob);
  }

  /** A header in lines of at most 72 characters; all but the last end in a backslash (3.3). */
  private static String folded(String header) {
    StringBuilder lines = new StringBuilder();
    int from = 0;
    while (header.length() - from > LINE) {
      lines.append(header, from, from + LINE - 1).append("\\\n");
      from += LINE - 1;
    }
    return lines.append(header, from, header.length()).append('\n').toString();
  }

  /** The key as SSH sends it. */
  static byte[] read(byte[] text) throws KeyTextException {
    List<String> lines =
        new String(text, StandardCharsets.ISO_8859_1)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (lines.isEmpty() || !isKey(lines.get(0))) {
      return Armor.SSH2_PUBLIC.read(text);
    }
    if (lines.size() > 1) {
      throw new KeyTextException("has more than one key, each on a line");
    }
    return readLine(lines.get(0));
  }

  private static boolean isKey(String line) {
    return !typeAndMore(line).isEmpty();
  }

  /** Reads options if there are any, the type of the key, the key in base64 and a comment. */
  private static byte[] readLine(String line) throws KeyTextException {
    String key = typeAndMore(line);
    String type = key.substring(0, endOfField(key));
    String more = key.substring(type.length()).strip();
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(more.substring(0, endOfField(more)));
    } catch (IllegalArgumentException e) {
      throw new KeyTextException("has a line that is not base64");
    }
    new SshReader(blob).expect(type);
    return blob;
  }

  /** The line from the type of the key on; empty if its first two fields are no such type. */
  static String typeAndMore(String line) {
    if (startsWithType(line)) {
      return line;
    }
    String more = line.substring(endOfField(line)).strip();
    return startsWithType(more) ? more : "";
  }

  private static boolean startsWithType(String line) {
    return TYPE.matcher(line.substring(0, endOfField(line))).matches();
  }

  /** The index of the space or tab that ends the first field; a quotation may have such. */
  private static int endOfField(String line) {
    boolean quoted = false;
    int at = 0;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if ((c == ' ' || c == '\t') && !quoted) {
        break;
      }
      boolean escaped = c == '\\' && line.startsWith("\"", at + 1);
      at += escaped ? 1 : 0;
      quoted ^= c == '"';
    }
    return Math.min(at, line.length());
  }
}
