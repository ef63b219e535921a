package dev.meshsim.jose;

import dev.meshsim.jose.key.EcCurve;
import dev.meshsim.jose.key.EdwardsCurve;
import dev.meshsim.jose.key.KeyKind;
import dev.meshsim.jose.key.MontgomeryCurve;
import dev.meshsim.jose.key.RsaKind;
import dev.meshsim.jose.key.RsaUse;

/**
 * A kind of key with its algorithm: everything needed to generate a key. A key is never used for
 * two purposes, so RSA and P-256 occur once for each.
 */
public enum KeySpec {
  /** Signatures with Ed25519; secret of 32 octets, signatures of 64. */
  ED25519("Ed25519", Algorithm.EDDSA, EdwardsCurve.ED25519),
  /** Signatures with Ed448; secret of 57 octets, signatures of 114. */
  ED448("Ed448", Algorithm.EDDSA, EdwardsCurve.ED448),
  /** Signatures with ECDSA on P-256; secret of 32 octets, signatures of 64. */
  P256_SIGN("P-256 signatures", Algorithm.ES256, EcCurve.P_256),
  /** RSASSA-PKCS1-v1_5 signatures of 256 octets. */
  RSA_2048_SIGN("RSA-2048 signatures", Algorithm.RS512, new RsaKind(RsaUse.RS512, 2048)),
  /** RSASSA-PKCS1-v1_5 signatures of 384 octets. */
  RSA_3072_SIGN("RSA-3072 signatures", Algorithm.RS512, new RsaKind(RsaUse.RS512, 3072)),
  /** RSASSA-PKCS1-v1_5 signatures of 512 octets. */
  RSA_4096_SIGN("RSA-4096 signatures", Algorithm.RS512, new RsaKind(RsaUse.RS512, 4096)),
  /** RSASSA-PSS signatures of 256 octets. */
  RSA_2048_PSS("RSA-2048 PSS signatures", Algorithm.PS512, new RsaKind(RsaUse.PS512, 2048)),
  /** RSASSA-PSS signatures of 384 octets. */
  RSA_3072_PSS("RSA-3072 PSS signatures", Algorithm.PS512, new RsaKind(RsaUse.PS512, 3072)),
  /** RSASSA-PSS signatures of 512 octets. */
  RSA_4096_PSS("RSA-4096 PSS signatures", Algorithm.PS512, new RsaKind(RsaUse.PS512, 4096)),
  /** Encryption with X25519; secret of 32 octets. */
  X25519("X25519", Algorithm.ECDH_ES_A256KW, MontgomeryCurve.X_25519),
  /** Encryption with X448; secret of 56 octets. */
  X448("X448", Algorithm.ECDH_ES_A256KW, MontgomeryCurve.X_448),
  /** Encryption with ECDH on P-256; secret of 32 octets. */
  P256_AGREE("P-256 encryption", Algorithm.ECDH_ES_A256KW, EcCurve.P_256),
  /** RSAES-OAEP; wrapped keys of 256 octets. */
  RSA_2048_OAEP(
      "RSA-2048 encryption", Algorithm.RSA_OAEP_256, new RsaKind(RsaUse.RSA_OAEP_256, 2048)),
  /** RSAES-OAEP; wrapped keys of 384 octets. */
  RSA_3072_OAEP(
      "RSA-3072 encryption", Algorithm.RSA_OAEP_256, new RsaKind(RsaUse.RSA_OAEP_256, 3072)),
  /** RSAES-OAEP; wrapped keys of 512 octets. */
  RSA_4096_OAEP(
      "RSA-4096 encryption", Algorithm.RSA_OAEP_256, new RsaKind(RsaUse.RSA_OAEP_256, 4096)),
  /** RSAES-OAEP with SHA-1, for the {@code portal-2017} dialect; wrapped keys of 256 octets. */
  RSA_2048_OAEP_SHA1(
      "RSA-2048 encryption with SHA-1", Algorithm.RSA_OAEP, new RsaKind(RsaUse.RSA_OAEP, 2048));

  private final String label;
  private final Algorithm algorithm;
  private final KeyKind kind;

  KeySpec(String label, Algorithm algorithm, KeyKind kind) {
    this.label = label;
    this.algorithm = algorithm;
    this.kind = kind;
  }

  /** The only algorithm of keys of this kind. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** A name for messages: the curve or the size, and the use where that is not obvious. */
  public String label() {
    return label;
  }

  KeyKind kind() {
    return kind;
  }
}
