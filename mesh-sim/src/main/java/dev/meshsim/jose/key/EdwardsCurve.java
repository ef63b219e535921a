package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;
import org.jspecify.annotations.Nullable;

/** The curves of EdDSA (RFC 8032), without prehashing and with an empty context (RFC 8037 3.1). */
public enum EdwardsCurve implements KeyKind {
  /** Ed25519: keys of 32 octets, signatures of 64. */
  ED25519("Ed25519", "1.3.101.112", Ed25519.PUBLIC_KEY_SIZE, Ed25519.SIGNATURE_SIZE) {
    @Override
    void derivePublic(byte[] secret, byte[] encoded) {
      Ed25519.generatePublicKey(secret, 0, encoded, 0);
    }

    @Override
    void sign(byte[] secret, byte[] encoded, byte[] input, byte[] signature) {
      Ed25519.sign(secret, 0, encoded, 0, input, 0, input.length, signature, 0);
    }

    @Override
    @Nullable Verifier verifier(byte[] encoded) {
      Ed25519.PublicPoint point = Ed25519.validatePublicKeyPartialExport(encoded, 0);
      return point == null
          ? null
          : (input, signature) -> Ed25519.verify(signature, 0, point, input, 0, input.length);
    }
  },
  /** Ed448: keys of 57 octets, signatures of 114. */
  ED448("Ed448", "1.3.101.113", Ed448.PUBLIC_KEY_SIZE, Ed448.SIGNATURE_SIZE) {
    @Override
    void derivePublic(byte[] secret, byte[] encoded) {
      Ed448.generatePublicKey(secret, 0, encoded, 0);
    }

    @Override
    void sign(byte[] secret, byte[] encoded, byte[] input, byte[] signature) {
      Ed448.sign(secret, 0, encoded, 0, NO_CONTEXT, input, 0, input.length, signature, 0);
    }

    @Override
    @Nullable Verifier verifier(byte[] encoded) {
      Ed448.PublicPoint point = Ed448.validatePublicKeyPartialExport(encoded, 0);
      return point == null
          ? null
          : (input, signature) ->
              Ed448.verify(signature, 0, point, NO_CONTEXT, input, 0, input.length);
    }
  };

  private static final byte[] NO_CONTEXT = {};

  private final String crv;
  private final ASN1ObjectIdentifier oid;
  private final int keyOctets;
  private final int signatureOctets;

  EdwardsCurve(String crv, String oid, int keyOctets, int signatureOctets) {
    this.crv = crv;
    this.oid = new ASN1ObjectIdentifier(oid);
    this.keyOctets = keyOctets;
    this.signatureOctets = signatureOctets;
  }

  abstract void derivePublic(byte[] secret, byte[] encoded);

  abstract void sign(byte[] secret, byte[] encoded, byte[] input, byte[] signature);

  /**
   * The verifier of a public key; null if it is not canonical, not on the curve, or of small order.
   */
  abstract @Nullable Verifier verifier(byte[] encoded);

  @Override
  public String kty() {
    return OkpFormat.KTY;
  }

  @Override
  public boolean matches(JwkMembers jwk) {
    return crv.equals(jwk.optionalText("crv"));
  }

  @Override
  public List<String> publicMembers() {
    return OkpFormat.PUBLIC_MEMBERS;
  }

  @Override
  public List<String> privateMembers() {
    return OkpFormat.PRIVATE_MEMBERS;
  }

  @Override
  public PublicMaterial readPublic(JwkMembers jwk) {
    jwk.expect("kty", kty());
    jwk.expect("crv", crv);
    return new EdwardsKeys.Public(this, jwk.octets("x", keyOctets));
  }

  @Override
  public PrivateMaterial readPrivate(JwkMembers jwk) {
    jwk.expect("kty", kty());
    jwk.expect("crv", crv);
    EdwardsKeys.Private key = new EdwardsKeys.Private(this, jwk.octets("d", keyOctets));
    if (!Arrays.equals(key.publicMaterial().encoded(), jwk.octets("x", keyOctets))) {
      throw JwkMembers.bad(
          "the public and the private part do not match", "give both parts of one key");
    }
    return key;
  }

  @Override
  public PrivateMaterial readPkcs8(PrivateKeyInfo info) {
    return new EdwardsKeys.Private(this, OkpFormat.readPkcs8(info, oid, keyOctets));
  }

  @Override
  public PrivateMaterial generate(RandomStream random) {
    return new EdwardsKeys.Private(this, random.bytes(keyOctets));
  }

  String crv() {
    return crv;
  }

  ASN1ObjectIdentifier oid() {
    return oid;
  }

  int keyOctets() {
    return keyOctets;
  }

  int signatureOctets() {
    return signatureOctets;
  }
}
