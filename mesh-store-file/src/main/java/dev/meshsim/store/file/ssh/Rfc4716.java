package dev.meshsim.store.file.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a public key file as RFC 4716 has it, which {@code ssh-keygen -i} reads. The one line
 * of OpenSSH, which {@code ssh-keygen -c} leaves in its place, is read too.
 */
final class Rfc4716 {

  private static final int LINE = 72;
  private static final Pattern ONE_LINE =
      Pattern.compile("((?:ssh|ecdsa)-[a-z0-9-]+) ([A-Za-z0-9+/]+=*)(?: [^\r\n]*)?\r?\n?");

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
    Matcher line = ONE_LINE.matcher(new String(text, StandardCharsets.UTF_8));
    if (!line.matches()) {
      return Armor.SSH2_PUBLIC.read(text);
    }
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(line.group(2));
    } catch (IllegalArgumentException e) {
      throw new KeyTextException("has a line that is not base64");
    }
    new SshReader(blob).expect(line.group(1));
    return blob;
  }
}
