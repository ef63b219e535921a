package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** A {@link PersonalProfile} signed by an online signature key or by the master signature key. */
public record SignedPersonalProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedPersonalProfile {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
