package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.AtLeastOne;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The root of a person's profile (schema {@code MasterProfile}). The master signature key never
 * changes; its fingerprint is the identifier of the master profile and of the personal profile.
 *
 * @param identifier the fingerprint of the master signature key
 * @param updated the time of this version
 * @param masterSignatureKey the key that signs the master profile
 * @param masterEscrowKeys the keys that the data of applications is encrypted to as well, at least
 *     one
 * @param onlineSignatureKeys the keys that may sign the personal profile, at least one
 */
public record MasterProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("Updated") Instant updated,
    @JsonProperty("MasterSignatureKey") PublicKey masterSignatureKey,
    @JsonProperty("MasterEscrowKeys") @AtLeastOne List<PublicKey> masterEscrowKeys,
    @JsonProperty("OnlineSignatureKeys") @AtLeastOne List<PublicKey> onlineSignatureKeys) {

  /**
   * Checks that there is an escrow key and an online signature key, and that the identifier is the
   * master signature key's.
   */
  public MasterProfile {
    Required.required(updated, "Updated");
    Required.required(masterSignatureKey, "MasterSignatureKey");
    masterEscrowKeys = Required.list(masterEscrowKeys);
    onlineSignatureKeys = Required.list(onlineSignatureKeys);
    if (!masterSignatureKey.udf().equals(identifier)) {
      throw new IllegalArgumentException(
          "the Identifier of a master profile is the fingerprint of its MasterSignatureKey");
    }
    if (masterEscrowKeys.isEmpty() || onlineSignatureKeys.isEmpty()) {
      throw new IllegalArgumentException(
          "a master profile has at least one MasterEscrowKey and one OnlineSignatureKey");
    }
  }

  /** The online signature key with this fingerprint. */
  public Optional<PublicKey> onlineSignatureKey(Udf udf) {
    return onlineSignatureKeys.stream().filter(key -> key.udf().equals(udf)).findFirst();
  }
}
