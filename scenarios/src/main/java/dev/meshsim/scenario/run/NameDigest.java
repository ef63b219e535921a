package dev.meshsim.scenario.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number made from a name: the seed of a case, its place in a random order, its shard. It does
 * not depend on other names, so a case that is added changes nothing for the others.
 */
final class NameDigest {

  private NameDigest() {}

  /** The first 64 bits of SHA-512 over the purpose, the number (big-endian) and the name. */
  static long of(String purpose, long number, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      digest.update(purpose.getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-512", e);
    }
  }
}
