package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** A {@link MasterProfile} signed by its own master signature key. */
public record SignedMasterProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedMasterProfile {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
