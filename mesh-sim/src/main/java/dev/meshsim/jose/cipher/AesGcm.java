package dev.meshsim.jose.cipher;

import dev.meshsim.bytes.Bytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM with a vector of 12 octets and a tag of 16 (RFC 7518 5.3, NIST SP 800-38D). */
public final class AesGcm {

  /** The length of the initialization vector. */
  public static final int IV_OCTETS = 12;

  static final int TAG_OCTETS = 16;

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private AesGcm() {}

  /**
   * The result of an encryption.
   *
   * @param ciphertext as many octets as the plaintext
   * @param tag 16 octets
   */
  public record Sealed(Bytes ciphertext, Bytes tag) {}

  /**
   * Encrypts.
   *
   * @param key 16, 24 or 32 octets
   * @param iv {@value #IV_OCTETS} octets, never used twice with one key
   * @param aad additional octets that the tag covers
   */
  public static Sealed encrypt(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
    try {
      byte[] both = cipher(Cipher.ENCRYPT_MODE, key, iv, aad).doFinal(plaintext);
      int length = both.length - TAG_OCTETS;
      return new Sealed(Bytes.of(both, 0, length), Bytes.of(both, length, both.length));
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws GeneralSecurityException if a length or the tag is wrong, without saying which
   */
  public static byte[] decrypt(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException {
    if (iv.length != IV_OCTETS || tag.length != TAG_OCTETS) {
      throw new AEADBadTagException();
    }
    byte[] both = Arrays.copyOf(ciphertext, ciphertext.length + TAG_OCTETS);
    System.arraycopy(tag, 0, both, ciphertext.length, TAG_OCTETS);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, iv, aad).doFinal(both);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, JdkProviders.SYMMETRIC);
    cipher.init(
        mode,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(8 * TAG_OCTETS, iv, 0, iv.length));
    cipher.updateAAD(aad);
    return cipher;
  }
}
