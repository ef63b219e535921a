package dev.meshsim.jose.cipher;

import dev.meshsim.error.Quote;
import dev.meshsim.jose.key.JoseException;
import java.util.Arrays;

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

  public static ContentEncryption named(String enc) {
    for (ContentEncryption known : values()) {
      if (known.joseName.equals(enc)) {
        return known;
      }
    }
    throw new JoseException.UnsupportedAlgorithm(
        "the content is encrypted with " + Quote.text(enc) + ", which is not supported",
        "supported are "
            + String.join(", ", Arrays.stream(values()).map(known -> known.joseName).toList()));
  }

  public String joseName() {
    return joseName;
  }

  public int keyOctets() {
    return keyOctets;
  }

  /**
   * Decrypts; a wrong length, key or tag is one and the same {@link
   * JoseException.DecryptionFailed}.
   */
  public byte[] decrypt(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext, byte[] tag) {
    if (key.length != keyOctets) {
      throw new JoseException.DecryptionFailed();
    }
    return hmac.isEmpty()
        ? AesGcm.decrypt(key, iv, aad, ciphertext, tag)
        : AesCbcHmac.decrypt(hmac, key, iv, aad, ciphertext, tag);
  }
}
