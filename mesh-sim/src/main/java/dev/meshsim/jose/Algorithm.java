package dev.meshsim.jose;

/** What a key is for, as the {@code alg} member of a JWK says it (RFC 7518, RFC 8037). */
public enum Algorithm {
  /** Ed25519 or Ed448 signatures; the curve of the key says which (RFC 8037 3.1). */
  EDDSA("EdDSA", true),
  /** ECDSA on P-256 with SHA-256; the nonce is derived as RFC 6979 says. */
  ES256("ES256", true),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512("RS512", true),
  /** RSASSA-PSS with SHA-512, MGF1 with SHA-512 and a salt of 64 octets. */
  PS512("PS512", true),
  /** Ephemeral-static key agreement that wraps with AES-256 (RFC 7518 4.6, RFC 8037 3.2). */
  ECDH_ES_A256KW("ECDH-ES+A256KW", false),
  /** RSAES-OAEP with SHA-256 and MGF1 with SHA-256. */
  RSA_OAEP_256("RSA-OAEP-256", false),
  /** RSAES-OAEP with SHA-1 and MGF1 with SHA-1: for the {@code portal-2017} dialect alone. */
  RSA_OAEP("RSA-OAEP", false);

  private final String joseName;
  private final boolean signs;

  Algorithm(String joseName, boolean signs) {
    this.joseName = joseName;
    this.signs = signs;
  }

  /** The name as JOSE spells it. */
  public String joseName() {
    return joseName;
  }

  /** True if keys of this algorithm sign; false if messages are encrypted to them. */
  public boolean signs() {
    return signs;
  }
}
