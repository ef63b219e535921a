package dev.meshsim.profile;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.Udf;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A public key under its fingerprint (schema {@code PublicKey}). In JSON the key is a JWK (RFC
 * 7517) in a tag that names its type: {@code PublicKeyOKP}, {@code PublicKeyEC} or {@code
 * PublicKeyRSA}.
 *
 * @param udf the key's fingerprint, as {@link Dialect#fingerprint} takes it
 * @param jwk the key
 */
@JsonSerialize(using = PublicKeyJson.Writer.class)
@JsonDeserialize(using = PublicKeyJson.Reader.class)
public record PublicKey(Udf udf, PublicJwk jwk) {

  /**
   * Checks that the fingerprint is that of the key, in the dialect that writes such fingerprints.
   */
  public PublicKey {
    Dialect dialect = Dialect.of(udf);
    if (!dialect.identifies(udf, jwk)) {
      throw new IllegalArgumentException(
          "the key's fingerprint is "
              + dialect.fingerprint(jwk)
              + ", not "
              + udf
              + " as its UDF member says");
    }
  }

  /** The key under the fingerprint that {@code dialect} gives it. */
  public static PublicKey of(Dialect dialect, PublicJwk jwk) {
    return new PublicKey(dialect.fingerprint(jwk), jwk);
  }
}
