package dev.meshsim.store.h2.database;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names as octets and as 64 bits. An index of 64-bit integers is several times as fast as one of
 * long texts; the name itself is compared as well, so names that collide only cost time.
 */
public final class KeyHash {

  private KeyHash() {}

  /** The first 8 octets of the SHA-256 of the octets, each string after its length. */
  public static long of(byte[]... strings) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] string : strings) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(string.length).array());
        digest.update(string);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  static long of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The UTF-8 form of a name.
   *
   * @throws CharacterCodingException if it has an unpaired surrogate
   */
  public static byte[] utf8(String name) throws CharacterCodingException {
    ByteBuffer octets =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(name));
    byte[] exact = new byte[octets.remaining()];
    octets.get(exact);
    return exact;
  }
}
