package dev.meshsim.jose.cipher;

import dev.meshsim.bytes.Bytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as JOSE uses it (RFC 7518 5.3): 12 octets of vector, 16 of tag. */
public final class AesGcm {

  public static final int IV_OCTETS = 12;
  static final int TAG_OCTETS = 16;

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private AesGcm() {}

  /** What encryption gives. */
  public record Sealed(Bytes ciphertext, Bytes tag) {}

  public static Sealed encrypt(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
    try {
      byte[] both = cipher(Cipher.ENCRYPT_MODE, key, iv, aad).doFinal(plaintext);
      int length = both.length - TAG_OCTETS;
      return new Sealed(Bytes.of(both, 0, length), Bytes.of(both, length, both.length));
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(TRANSFORMATION, e);
    }
  }

  /** Decrypts; lengths that cannot be right fail as a wrong tag does. */
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
