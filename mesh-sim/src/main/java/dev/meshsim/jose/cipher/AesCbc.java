package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CBC with PKCS #7 padding (NIST SP 800-38A), unauthenticated: the content cipher of the {@code
 * portal-2017} dialect.
 */
public final class AesCbc {

  /** The length of the initialization vector. */
  public static final int IV_OCTETS = 16;

  private static final String TRANSFORMATION = "AES/CBC/PKCS5Padding";

  private AesCbc() {}

  /**
   * Encrypts.
   *
   * @param key 16, 24 or 32 octets
   * @param iv {@value #IV_OCTETS} octets, never used twice with one key
   * @return 1 to 16 octets more than {@code plaintext}, a multiple of 16
   */
  public static byte[] encrypt(byte[] key, byte[] iv, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws GeneralSecurityException if a length or the padding is wrong, without a message, so
   *     that the cause stays hidden
   */
  public static byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext)
      throws GeneralSecurityException {
    boolean keyFits = key.length == 16 || key.length == 24 || key.length == 32;
    if (!keyFits
        || iv.length != IV_OCTETS
        || ciphertext.length == 0
        || ciphertext.length % IV_OCTETS != 0) {
      throw new BadPaddingException();
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, iv).doFinal(ciphertext);
    } catch (BadPaddingException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, JdkProviders.SYMMETRIC);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher;
  }
}
