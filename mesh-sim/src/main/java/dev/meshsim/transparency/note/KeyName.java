package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;

/** The name of a note's key: not empty, no Unicode space, no plus sign (C2SP signed-note). */
final class KeyName {

  private static final int NEXT_LINE = 0x85;
  private static final int ID_OCTETS = 4;

  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(KeyName::isForbidden);
  }

  private static boolean isForbidden(int c) {
    return c == '+'
        || c < ' '
        || c == NEXT_LINE
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  /**
   * The identifier of a key: the first 4 octets of a hash over its name and itself.
   *
   * @param typed the type octet and the public key
   */
  static Bytes id(String name, Bytes typed) {
    byte[] head = Bytes.utf8(name + "\n").toArray();
    byte[] all = new byte[head.length + typed.length()];
    System.arraycopy(head, 0, all, 0, head.length);
    typed.copyTo(all, head.length);
    return Bytes.of(Sha256.of(all).toArray(), 0, ID_OCTETS);
  }
}
