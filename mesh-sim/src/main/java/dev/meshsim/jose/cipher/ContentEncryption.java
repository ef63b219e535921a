package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Optional;

/** How content is encrypted: the values of {@code enc} (RFC 7518 5). Only A256GCM is written. */
public enum ContentEncryption {
  A128GCM("A128GCM", 16),
  A192GCM("A192GCM", 24),
  A256GCM("A256GCM", 32),
  A128CBC_HS256("A128CBC-HS256", 32, "HmacSHA256"),
  A192CBC_HS384("A192CBC-HS384", 48, "HmacSHA384"),
  A256CBC_HS512("A256CBC-HS512", 64, "HmacSHA512");

  private final String joseName;
  private final int keyOctets;
  private final String hmac;

  ContentEncryption(String joseName, int keyOctets) {
    this(joseName, keyOctets, "");
  }

  ContentEncryption(String joseName, int keyOctets, String hmac) {
    this.joseName = joseName;
    this.keyOctets = keyOctets;
    this.hmac = hmac;
  }

  /** The value that {@code enc} names. */
  public static Optional<ContentEncryption> named(String enc) {
    return Arrays.stream(values()).filter(known -> known.joseName.equals(enc)).findFirst();
  }

  public String joseName() {
    return joseName;
  }

  public int keyOctets() {
    return keyOctets;
  }

  /**
   * Decrypts.
   *
   * @throws GeneralSecurityException if a length, the key or the tag is wrong, without saying which
   */
  public byte[] decrypt(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException {
    if (key.length != keyOctets) {
      throw new InvalidKeyException();
    }
    return hmac.isEmpty()
        ? AesGcm.decrypt(key, iv, aad, ciphertext, tag)
        : AesCbcHmac.decrypt(hmac, key, iv, aad, ciphertext, tag);
  }
}
