package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device: three keys and a name (schema {@code DeviceProfile}). Its identifier is the fingerprint
 * of its signature key.
 *
 * @param identifier the fingerprint of the signature key
 * @param names names of the device for people
 * @param updated the time of this version
 * @param description the kind of device, for people
 * @param deviceSignatureKey the key that signs for the device
 * @param deviceAuthenticationKey the key that authenticates the device
 * @param deviceEncryptionKey the key that data for the device is encrypted to, under the name that
 *     the schema spells so
 */
public record DeviceProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("Names") List<String> names,
    @JsonProperty("Updated") @Nullable Instant updated,
    @JsonProperty("Description") @Nullable String description,
    @JsonProperty("DeviceSignatureKey") PublicKey deviceSignatureKey,
    @JsonProperty("DeviceAuthenticationKey") PublicKey deviceAuthenticationKey,
    @JsonProperty("DeviceEncryptiontionKey") PublicKey deviceEncryptionKey) {

  /** Checks that all keys are present and that the identifier is that of the signature key. */
  public DeviceProfile {
    Required.required(deviceSignatureKey, "DeviceSignatureKey");
    Required.required(deviceAuthenticationKey, "DeviceAuthenticationKey");
    Required.required(deviceEncryptionKey, "DeviceEncryptiontionKey");
    names = Required.list(names);
    if (!deviceSignatureKey.udf().equals(identifier)) {
      throw new IllegalArgumentException(
          "the Identifier of a device is the fingerprint of its DeviceSignatureKey");
    }
  }
}
