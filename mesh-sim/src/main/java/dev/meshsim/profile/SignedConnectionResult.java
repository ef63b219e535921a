package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** A {@link ConnectionResult} signed by an online signature key of the profile. */
public record SignedConnectionResult(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedConnectionResult {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
