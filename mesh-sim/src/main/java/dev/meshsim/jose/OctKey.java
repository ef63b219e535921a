package dev.meshsim.jose;

import dev.meshsim.jose.cipher.AesGcm;
import dev.meshsim.jose.cipher.AesKeyWrap;
import dev.meshsim.jose.cipher.JdkProviders;
import dev.meshsim.jose.key.JwkMembers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** A symmetric key (RFC 7518 6.4), for the algorithms in {@link ForeignAlgorithms}. */
final class OctKey {

  private static final String KTY = "oct";
  private static final byte[] NOTHING = {};

  private final byte[] key;

  private OctKey(byte[] key) {
    this.key = key;
  }

  static OctKey read(JwkMembers jwk) {
    jwk.expect("kty", KTY);
    return new OctKey(jwk.octets("k"));
  }

  OctKey expectOctets(int least, int most) {
    if (key.length < least || key.length > most) {
      throw JwkMembers.bad(
          "the symmetric key has " + key.length + " octets; its algorithm takes " + least,
          "use a key of that length");
    }
    return this;
  }

  void clear() {
    Arrays.fill(key, (byte) 0);
  }

  /** Verifies an HMAC (RFC 7518 3.2) in constant time. */
  boolean verify(String hmac, byte[] input, byte[] code) {
    try {
      Mac mac = Mac.getInstance(hmac, JdkProviders.SYMMETRIC);
      mac.init(new SecretKeySpec(key, hmac));
      return MessageDigest.isEqual(mac.doFinal(input), code);
    } catch (GeneralSecurityException e) {
      throw JdkProviders.lacks(hmac, e);
    }
  }

  /** Unwraps with AES Key Wrap (RFC 7518 4.4). */
  byte[] unwrap(byte[] encryptedKey) {
    return Decryption.run(() -> AesKeyWrap.unwrap(key, encryptedKey));
  }

  /** Unwraps with AES-GCM (RFC 7518 4.7); initialization vector and tag are header members. */
  byte[] openGcm(ObjectNode header, byte[] encryptedKey) {
    byte[] iv = Headers.octets(header, "iv");
    byte[] tag = Headers.octets(header, "tag");
    return Decryption.run(() -> AesGcm.decrypt(key, iv, NOTHING, encryptedKey, tag));
  }

  /** A copy of the key, to be used as the content key (RFC 7518 4.5). */
  byte[] direct(byte[] encryptedKey) {
    KeyManagement.expectNoKey(encryptedKey);
    return key.clone();
  }
}
