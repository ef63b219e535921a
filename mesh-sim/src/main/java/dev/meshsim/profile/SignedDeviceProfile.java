package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** A {@link DeviceProfile} signed by its own device signature key. */
public record SignedDeviceProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedDeviceProfile {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
