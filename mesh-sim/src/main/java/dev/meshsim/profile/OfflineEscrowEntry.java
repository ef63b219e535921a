package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.udf.Udf;

/**
 * The master keys, encrypted under a key that follows from a shared secret (schema {@code
 * OfflineEscrowEntry}). The identifier is the fingerprint of that secret, so that the recovered
 * secret finds the entry. The protected header repeats it, so that an entry cannot be passed off
 * under another identifier.
 *
 * @param identifier the fingerprint of the secret
 * @param encryptedData the encrypted {@link EscrowedKeySet}
 */
public record OfflineEscrowEntry(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("EncryptedData") JsonWebEncryption encryptedData)
    implements Entry {

  /** Checks that both members are present. */
  public OfflineEscrowEntry {
    Required.required(identifier, "Identifier");
    Required.required(encryptedData, "EncryptedData");
  }
}
