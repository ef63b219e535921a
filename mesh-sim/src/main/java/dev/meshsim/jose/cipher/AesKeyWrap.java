package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES Key Wrap with the default initial value (RFC 3394, RFC 7518 4.4). */
public final class AesKeyWrap {

  private static final String TRANSFORMATION = "AES/KW/NoPadding";
  private static final int BLOCK_OCTETS = 8;

  private AesKeyWrap() {}

  /**
   * Wraps a key.
   *
   * @param wrappingKey 16, 24 or 32 octets
   * @param contentKey at least 16 octets, a multiple of 8
   * @return 8 octets more than {@code contentKey}
   */
  public static byte[] wrap(byte[] wrappingKey, byte[] contentKey) {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, JdkProviders.SYMMETRIC);
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
      return cipher.wrap(new SecretKeySpec(contentKey, "AES"));
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  /**
   * Unwraps a key, which the caller clears.
   *
   * @throws GeneralSecurityException if the length or the integrity check is wrong, without a
   *     message
   */
  public static byte[] unwrap(byte[] wrappingKey, byte[] wrapped) throws GeneralSecurityException {
    if (wrapped.length < 3 * BLOCK_OCTETS || wrapped.length % BLOCK_OCTETS != 0) {
      throw new InvalidKeyException();
    }
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, JdkProviders.SYMMETRIC);
      cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
      return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }
}
