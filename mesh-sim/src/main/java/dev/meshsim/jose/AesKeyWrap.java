package dev.meshsim.jose;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES Key Wrap with the default initial value (RFC 3394, RFC 7518 4.4). */
final class AesKeyWrap {

  private static final String TRANSFORMATION = "AES/KW/NoPadding";
  private static final int BLOCK_OCTETS = 8;

  private AesKeyWrap() {}

  static byte[] wrap(byte[] wrappingKey, byte[] contentKey) {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, Jdk.SYMMETRIC);
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
      return cipher.wrap(new SecretKeySpec(contentKey, "AES"));
    } catch (GeneralSecurityException e) {
      throw Jdk.lacks(TRANSFORMATION, e);
    }
  }

  /** Unwraps; whatever is wrong is one and the same failure. */
  static byte[] unwrap(byte[] wrappingKey, byte[] wrapped) {
    if (wrapped.length < 3 * BLOCK_OCTETS || wrapped.length % BLOCK_OCTETS != 0) {
      throw new JoseException.DecryptionFailed();
    }
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, Jdk.SYMMETRIC);
      cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
      return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    } catch (InvalidKeyException e) {
      throw new JoseException.DecryptionFailed();
    } catch (GeneralSecurityException e) {
      throw Jdk.lacks(TRANSFORMATION, e);
    }
  }
}
