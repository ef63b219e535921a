package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebEncryption;

/** An encrypted member in the tagged form {@code {"JoseWebEncryption": {...}}}. */
public record EncryptedPart(
    @JsonProperty("JoseWebEncryption") JsonWebEncryption joseWebEncryption) {

  /** The member is required. */
  public EncryptedPart {
    Required.required(joseWebEncryption, "JoseWebEncryption");
  }
}
