package dev.meshsim.jose;

/** The purpose of a key: the value of {@code alg} in a JWK (RFC 7517 4.4, RFC 7518, RFC 8037). */
public enum Algorithm {
  /** Ed25519 or Ed448 signatures, depending on the key's curve (RFC 8037 3.1). */
  EDDSA("EdDSA", true),
  /** ECDSA on P-256 with SHA-256 and the deterministic nonce of RFC 6979 (RFC 7518 3.4). */
  ES256("ES256", true),
  /** RSASSA-PKCS1-v1_5 with SHA-512 (RFC 7518 3.3). */
  RS512("RS512", true),
  /** RSASSA-PSS with SHA-512, MGF1 with SHA-512 and a salt of 64 octets (RFC 7518 3.5). */
  PS512("PS512", true),
  /** Ephemeral-static ECDH with AES-256 key wrap (RFC 7518 4.6, RFC 8037 3.2). */
  ECDH_ES_A256KW("ECDH-ES+A256KW", false),
  /** RSAES-OAEP with SHA-256 and MGF1 with SHA-256 (RFC 7518 4.3). */
  RSA_OAEP_256("RSA-OAEP-256", false),
  /** RSAES-OAEP with SHA-1 and MGF1 with SHA-1, used only by the {@code portal-2017} dialect. */
  RSA_OAEP("RSA-OAEP", false);

  private final String joseName;
  private final boolean signs;

  Algorithm(String joseName, boolean signs) {
    this.joseName = joseName;
    this.signs = signs;
  }

  /** The registered JOSE name, for example {@code ECDH-ES+A256KW}. */
  public String joseName() {
    return joseName;
  }

  /** True for a signature algorithm, false for encryption. */
  public boolean signs() {
    return signs;
  }
}
