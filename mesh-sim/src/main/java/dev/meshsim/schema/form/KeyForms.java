package dev.meshsim.schema.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Web Keys (RFC 7517) of the dialect {@code mesh}, as {@link dev.meshsim.jose.PublicJwk}
 * and {@link dev.meshsim.jose.PrivateJwk} write them.
 */
public interface KeyForms {

  /**
   * A JSON Web Key (RFC 7517). Other members of the RFC may be present.
   *
   * @param kty the key type: OKP, EC or RSA
   * @param alg the one algorithm that the key is for
   * @param kid the fingerprint of the key
   */
  record Key(
      @JsonProperty("kty") String kty,
      @JsonProperty("alg") @Nullable String alg,
      @JsonProperty("kid") @Nullable String kid) {}

  /**
   * A public key of Curve25519 or Curve448 (RFC 8037).
   *
   * @param crv the curve: Ed25519, X25519, Ed448 or X448
   * @param x the public key
   */
  record PublicKeyOkp(@JsonProperty("crv") String crv, @JsonProperty("x") Bytes x) {}

  /**
   * A private key of Curve25519 or Curve448 (RFC 8037). Secret.
   *
   * @param d the private key
   */
  record PrivateKeyOkp(@JsonProperty("d") Bytes d) {}

  /**
   * A public key on an elliptic curve (RFC 7518 section 6.2).
   *
   * @param crv the curve: P-256
   * @param x the x coordinate, as long as the field
   * @param y the y coordinate, as long as the field
   */
  record PublicKeyEc(
      @JsonProperty("crv") String crv, @JsonProperty("x") Bytes x, @JsonProperty("y") Bytes y) {}

  /**
   * A private key on an elliptic curve (RFC 7518 section 6.2). Secret.
   *
   * @param d the private key
   */
  record PrivateKeyEc(@JsonProperty("d") Bytes d) {}

  /**
   * An RSA public key (RFC 7518 section 6.3).
   *
   * @param n the modulus
   * @param e the exponent
   */
  record PublicKeyRsa(@JsonProperty("n") Bytes n, @JsonProperty("e") Bytes e) {}

  /**
   * An RSA private key (RFC 7518 section 6.3). Secret.
   *
   * @param d the private exponent
   * @param p the first prime
   * @param q the second prime
   * @param dp the exponent of the first prime
   * @param dq the exponent of the second prime
   * @param qi the coefficient of the second prime
   */
  record PrivateKeyRsa(
      @JsonProperty("d") Bytes d,
      @JsonProperty("p") Bytes p,
      @JsonProperty("q") Bytes q,
      @JsonProperty("dp") Bytes dp,
      @JsonProperty("dq") Bytes dq,
      @JsonProperty("qi") Bytes qi) {}
}
