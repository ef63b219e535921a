package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Optional;

/** The content ciphers, values of {@code enc} (RFC 7518 5). Only A256GCM is written. */
public enum ContentEncryption {
  /** AES-GCM with a key of 16 octets. */
  A128GCM("A128GCM", 16),
  /** AES-GCM with a key of 24 octets. */
  A192GCM("A192GCM", 24),
  /** AES-GCM with a key of 32 octets. */
  A256GCM("A256GCM", 32),
  /** AES-CBC with HMAC-SHA-256; a key of 32 octets, a tag of 16. */
  A128CBC_HS256("A128CBC-HS256", 32, "HmacSHA256"),
  /** AES-CBC with HMAC-SHA-384; a key of 48 octets, a tag of 24. */
  A192CBC_HS384("A192CBC-HS384", 48, "HmacSHA384"),
  /** AES-CBC with HMAC-SHA-512; a key of 64 octets, a tag of 32. */
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

  /** The cipher of a value of {@code enc}, or empty if it is not supported. */
  public static Optional<ContentEncryption> named(String enc) {
    return Arrays.stream(values()).filter(known -> known.joseName.equals(enc)).findFirst();
  }

  /** The value of {@code enc}. */
  public String joseName() {
    return joseName;
  }

  /** The length of the content key in octets. */
  public int keyOctets() {
    return keyOctets;
  }

  /**
   * Decrypts.
   *
   * @param aad the octets that the tag covers besides the content
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
