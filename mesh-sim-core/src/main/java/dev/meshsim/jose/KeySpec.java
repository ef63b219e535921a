package dev.meshsim.jose;

/** A kind of key and what it is for: all that has to be said to make one. */
public enum KeySpec {
  /** Signatures with Ed25519; secret of 32 octets, signatures of 64. */
  ED25519("Ed25519", Algorithm.EDDSA, EdwardsCurve.ED25519),
  /** Signatures with Ed448; secret of 57 octets, signatures of 114. */
  ED448("Ed448", Algorithm.EDDSA, EdwardsCurve.ED448),
  /** Encryption with X25519; secret of 32 octets. */
  X25519("X25519", Algorithm.ECDH_ES_A256KW, MontgomeryCurve.X_25519),
  /** Encryption with X448; secret of 56 octets. */
  X448("X448", Algorithm.ECDH_ES_A256KW, MontgomeryCurve.X_448);

  private final String label;
  private final Algorithm algorithm;
  private final KeyKind kind;

  KeySpec(String label, Algorithm algorithm, KeyKind kind) {
    this.label = label;
    this.algorithm = algorithm;
    this.kind = kind;
  }

  /** The one algorithm a key of this kind is used with. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** A name for messages: the curve, or the size, and the use where that is not obvious. */
  public String label() {
    return label;
  }

  KeyKind kind() {
    return kind;
  }
}
