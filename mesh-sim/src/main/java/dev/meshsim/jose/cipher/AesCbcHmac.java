package dev.meshsim.jose.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-CBC with HMAC (RFC 7518 5.2): decryption only. */
final class AesCbcHmac {

  private static final String TRANSFORMATION = "AES/CBC/PKCS5Padding";
  private static final int BLOCK_OCTETS = 16;

  private AesCbcHmac() {}

  /**
   * Decrypts after checking the tag in constant time, so that padding errors are not observable.
   *
   * @param key the HMAC key and the AES key, one half each
   * @throws GeneralSecurityException if a length or the tag is wrong, without a message
   */
  static byte[] decrypt(
      String hmac, byte[] key, byte[] iv, byte[] aad, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException {
    int half = key.length / 2;
    if (iv.length != BLOCK_OCTETS || ciphertext.length % BLOCK_OCTETS != 0) {
      throw new BadPaddingException();
    }
    try {
      Mac mac = Mac.getInstance(hmac, JdkProviders.SYMMETRIC);
      mac.init(new SecretKeySpec(key, 0, half, hmac));
      mac.update(aad);
      mac.update(iv);
      mac.update(ciphertext);
      byte[] full = mac.doFinal(ByteBuffer.allocate(8).putLong(8L * aad.length).array());
      if (!MessageDigest.isEqual(Arrays.copyOf(full, half), tag)) {
        throw new BadPaddingException();
      }
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, JdkProviders.SYMMETRIC);
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, half, half, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(ciphertext);
    } catch (BadPaddingException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }
}
