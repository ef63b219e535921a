package dev.meshsim.store.file;

/** The text of a public key file as RFC 4716 has it, which {@code ssh-keygen -i} reads. */
final class Rfc4716 {

  private static final int LINE = 72;

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
    return Armor.SSH2_PUBLIC.read(text);
  }
}
