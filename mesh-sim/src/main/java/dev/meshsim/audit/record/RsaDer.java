package dev.meshsim.audit.record;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The two DER encodings of RSA keys that fingerprints are over. Keys of any size are accepted,
 * since even a key too weak for verification has a fingerprint.
 */
public final class RsaDer {

  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

  private RsaDer() {}

  /** Encodes an RSAPublicKey (RFC 8017 A.1.1) of big-endian unsigned numbers. */
  public static byte[] pkcs1(byte[] modulus, byte[] exponent) {
    return der(new RSAPublicKey(new BigInteger(1, modulus), new BigInteger(1, exponent)));
  }

  /** Encodes a SubjectPublicKeyInfo (RFC 5280 4.1, RFC 3279 2.3.1) around an RSAPublicKey. */
  public static byte[] spki(byte[] pkcs1) {
    return der(new SubjectPublicKeyInfo(ALGORITHM, pkcs1));
  }

  private static byte[] der(ASN1Object object) {
    try {
      return object.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("DER is written to memory", e);
    }
  }
}
