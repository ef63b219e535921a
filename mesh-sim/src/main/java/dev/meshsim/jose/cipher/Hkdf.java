package dev.meshsim.jose.cipher;

import dev.meshsim.bytes.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key derivation function HKDF (RFC 5869). */
public final class Hkdf {

  private static final String HMAC = "HmacSHA512";
  private static final int HASH_OCTETS = 64;

  private Hkdf() {}

  /**
   * Derives octets with HKDF-SHA-512: extract, then expand.
   *
   * @param ikm the secret to derive from
   * @param salt any length; an empty salt equals 64 zero octets
   * @param info the context that the result is bound to; any length
   * @param length the length of the result, 1 to 16,320 octets
   * @throws IllegalArgumentException if the length is out of range
   */
  public static SecretBytes sha512(SecretBytes ikm, byte[] salt, byte[] info, int length) {
    if (length < 1 || length > 255 * HASH_OCTETS) {
      throw new IllegalArgumentException(
          "HKDF with SHA-512 gives 1 to 16320 octets, not " + length);
    }
    byte[] input = ikm.expose();
    byte[] pseudoRandomKey = {};
    try {
      Mac extract = hmac(salt.length == 0 ? new byte[HASH_OCTETS] : salt);
      pseudoRandomKey = extract.doFinal(input);
      return SecretBytes.moveFrom(expand(hmac(pseudoRandomKey), info, length));
    } finally {
      Arrays.fill(input, (byte) 0);
      Arrays.fill(pseudoRandomKey, (byte) 0);
    }
  }

  private static byte[] expand(Mac mac, byte[] info, int length) {
    byte[] output = new byte[length];
    byte[] block = {};
    for (int done = 0, counter = 1; done < length; counter++) {
      mac.update(block);
      mac.update(info);
      mac.update((byte) counter);
      Arrays.fill(block, (byte) 0);
      block = mac.doFinal();
      int part = Math.min(block.length, length - done);
      System.arraycopy(block, 0, output, done, part);
      done += part;
    }
    Arrays.fill(block, (byte) 0);
    return output;
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC, JdkProviders.SYMMETRIC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(HMAC, e);
    }
  }
}
