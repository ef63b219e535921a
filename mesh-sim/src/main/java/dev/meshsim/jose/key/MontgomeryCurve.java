package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;

/** The curves of RFC 7748, for key agreement (RFC 8037 3.2). */
public enum MontgomeryCurve implements KeyKind {
  /** X25519: keys and shared secrets of 32 octets. */
  X_25519("X25519", "1.3.101.110", X25519.POINT_SIZE) {
    @Override
    void derivePublic(byte[] secret, byte[] encoded) {
      X25519.generatePublicKey(secret, 0, encoded, 0);
    }

    @Override
    void clamp(byte[] secret) {
      X25519.clampPrivateKey(secret);
    }

    @Override
    boolean agree(byte[] secret, byte[] peer, byte[] shared) {
      return X25519.calculateAgreement(secret, 0, peer, 0, shared, 0);
    }
  },
  /** X448: keys and shared secrets of 56 octets. */
  X_448("X448", "1.3.101.111", X448.POINT_SIZE) {
    @Override
    void derivePublic(byte[] secret, byte[] encoded) {
      X448.generatePublicKey(secret, 0, encoded, 0);
    }

    @Override
    void clamp(byte[] secret) {
      X448.clampPrivateKey(secret);
    }

    @Override
    boolean agree(byte[] secret, byte[] peer, byte[] shared) {
      return X448.calculateAgreement(secret, 0, peer, 0, shared, 0);
    }
  };

  private final String crv;
  private final ASN1ObjectIdentifier oid;
  private final int keyOctets;

  MontgomeryCurve(String crv, String oid, int keyOctets) {
    this.crv = crv;
    this.oid = new ASN1ObjectIdentifier(oid);
    this.keyOctets = keyOctets;
  }

  abstract void derivePublic(byte[] secret, byte[] encoded);

  abstract void clamp(byte[] secret);

  /** Agrees; false if the shared secret is zero because the peer's point is of small order. */
  abstract boolean agree(byte[] secret, byte[] peer, byte[] shared);

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
  public MontgomeryKeys.Public readPublic(JwkMembers jwk) {
    jwk.expect("kty", kty());
    jwk.expect("crv", crv);
    return new MontgomeryKeys.Public(this, jwk.octets("x", keyOctets));
  }

  @Override
  public PrivateMaterial readPrivate(JwkMembers jwk) {
    jwk.expect("kty", kty());
    jwk.expect("crv", crv);
    MontgomeryKeys.Private key = new MontgomeryKeys.Private(this, jwk.octets("d", keyOctets));
    if (!Arrays.equals(key.publicMaterial().encoded(), jwk.octets("x", keyOctets))) {
      throw JwkMembers.bad(
          "the public and the private part do not match", "give both parts of one key");
    }
    return key;
  }

  @Override
  public PrivateMaterial readPkcs8(PrivateKeyInfo info) {
    return new MontgomeryKeys.Private(this, OkpFormat.readPkcs8(info, oid, keyOctets));
  }

  @Override
  public MontgomeryKeys.Private generate(RandomStream random) {
    byte[] secret = random.bytes(keyOctets);
    clamp(secret);
    return new MontgomeryKeys.Private(this, secret);
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
}
