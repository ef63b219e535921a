package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.udf.Udf;

/**
 * The master keys, encrypted under a key that follows from a shared secret (schema {@code
 * OfflineEscrowEntry}). The identifier is the fingerprint of that secret, so whoever recovers the
 * secret can find the entry; it stands in the protected header too, so it cannot be exchanged.
 */
public record OfflineEscrowEntry(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("EncryptedData") JsonWebEncryption encryptedData)
    implements Entry {

  /** Both members are required. */
  public OfflineEscrowEntry {
    Required.required(identifier, "Identifier");
    Required.required(encryptedData, "EncryptedData");
  }
}
