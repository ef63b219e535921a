package dev.meshsim.jose.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The key derivation of ECDH-ES: Concat KDF with SHA-256 (RFC 7518 4.6.2, NIST SP 800-56A). */
public final class ConcatKdf {

  private static final String HASH = "SHA-256";
  private static final int HASH_OCTETS = 32;

  private ConcatKdf() {}

  /**
   * Derives a key.
   *
   * @param shared the shared secret
   * @param algorithm the algorithm that uses the key, in ASCII: {@code alg}, or {@code enc} for a
   *     key that is used directly
   * @param apu the header's agreement party information of the sender, empty if absent
   * @param apv the header's agreement party information of the recipient, empty if absent
   * @param octets the length of the key
   * @return the key, which the caller clears
   */
  public static byte[] derive(byte[] shared, String algorithm, byte[] apu, byte[] apv, int octets) {
    byte[] name = algorithm.getBytes(StandardCharsets.US_ASCII);
    byte[] info =
        ByteBuffer.allocate(16 + name.length + apu.length + apv.length)
            .putInt(name.length)
            .put(name)
            .putInt(apu.length)
            .put(apu)
            .putInt(apv.length)
            .put(apv)
            .putInt(8 * octets)
            .array();
    byte[] key = new byte[octets];
    for (int done = 0, round = 1; done < octets; round++, done += HASH_OCTETS) {
      byte[] counter = ByteBuffer.allocate(4).putInt(round).array();
      byte[] block = JdkProviders.digest(HASH, counter, shared, info);
      System.arraycopy(block, 0, key, done, Math.min(HASH_OCTETS, octets - done));
      Arrays.fill(block, (byte) 0);
    }
    return key;
  }
}
