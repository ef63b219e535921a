package dev.meshsim.profile;

import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A public key under its fingerprint (schema {@code PublicKey}). In JSON the key is a JWK (RFC
 * 7517) in a tag that names its type: {@code PublicKeyOKP}, {@code PublicKeyEC} or {@code
 * PublicKeyRSA}.
 *
 * @param udf the mesh-udf-08 fingerprint of the key's SubjectPublicKeyInfo, content type {@code
 *     application/pkix-keyinfo}
 * @param jwk the key
 */
@JsonSerialize(using = PublicKeyJson.Writer.class)
@JsonDeserialize(using = PublicKeyJson.Reader.class)
public record PublicKey(Udf udf, PublicJwk jwk) {

  /** The fingerprint must be that of the key. */
  public PublicKey {
    Udf actual = fingerprint(jwk);
    if (!actual.equals(udf)) {
      throw new IllegalArgumentException(
          "the key's fingerprint is " + actual + ", not " + udf + " as its UDF member says");
    }
  }

  /** The key under its own fingerprint. */
  public static PublicKey of(PublicJwk jwk) {
    return new PublicKey(fingerprint(jwk), jwk);
  }

  /** The fingerprint that the {@code mesh} dialect gives to a key. */
  public static Udf fingerprint(PublicJwk jwk) {
    return Udf.fingerprint(UdfFormat.MESH, ContentTypes.PKIX_KEYINFO, jwk.spki());
  }
}
