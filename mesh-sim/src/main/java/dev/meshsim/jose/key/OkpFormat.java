package dev.meshsim.jose.key;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import tools.jackson.databind.node.ObjectNode;

/** The encodings of octet key pairs: JWK (RFC 8037 2) and DER (RFC 8410 4 and 7). */
public final class OkpFormat {

  /** The value of {@code kty}. */
  public static final String KTY = "OKP";

  static final List<String> PUBLIC_MEMBERS = List.of("crv", "x");
  static final List<String> PRIVATE_MEMBERS = List.of("d");

  private OkpFormat() {}

  static void writeTo(ObjectNode jwk, String curve, byte[] encoded) {
    jwk.put("crv", curve);
    jwk.put("x", Bytes.of(encoded).base64Url());
  }

  static byte[] spki(ASN1ObjectIdentifier oid, byte[] encoded) {
    try {
      return new SubjectPublicKeyInfo(new AlgorithmIdentifier(oid), encoded).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("DER is written to memory", e);
    }
  }

  static Map<String, byte[]> privateMembers(byte[] secret) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("d", secret.clone());
    return members;
  }

  static byte[] pkcs8(ASN1ObjectIdentifier oid, byte[] secret) {
    try {
      return new PrivateKeyInfo(new AlgorithmIdentifier(oid), new DEROctetString(secret))
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("DER is written to memory", e);
    }
  }

  static byte[] readPkcs8(PrivateKeyInfo info, ASN1ObjectIdentifier oid, int length) {
    AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
    if (!algorithm.getAlgorithm().equals(oid)) {
      throw JwkMembers.bad(
          "the PKCS #8 key is of algorithm " + algorithm.getAlgorithm() + ", not " + oid,
          "use a key of the expected kind");
    }
    if (algorithm.getParameters() != null) {
      throw JwkMembers.bad(
          "the PKCS #8 key has parameters behind its algorithm "
              + oid
              + ", where they must be absent",
          "write it anew as RFC 8410 section 3 says, without NULL or other parameters");
    }
    byte[] secret;
    try {
      secret = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    } catch (IOException | IllegalArgumentException e) {
      throw JwkMembers.bad("the PKCS #8 key holds no octet string", "see RFC 8410 section 7");
    }
    if (secret.length != length) {
      throw JwkMembers.bad(
          "the PKCS #8 key holds " + secret.length + " octets, not " + length,
          "see RFC 8410 section 7");
    }
    return secret;
  }
}
