package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** An {@code ApplicationProfile} signed by a device that its entry lists as an administrator. */
public record SignedApplicationProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedApplicationProfile {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
