package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebEncryption;

/**
 * An encrypted member in the tagged form {@code {"JoseWebEncryption": {...}}}.
 *
 * @param joseWebEncryption the encrypted octets
 */
public record EncryptedPart(
    @JsonProperty("JoseWebEncryption") JsonWebEncryption joseWebEncryption) {

  /** Checks that the member is present. */
  public EncryptedPart {
    Required.required(joseWebEncryption, "JoseWebEncryption");
  }
}
