package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;

/** A {@link ConnectionRequest} signed by the device that wants to be connected. */
public record SignedConnectionRequest(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("SignedData") JsonWebSignature signedData)
    implements SignedEntry {

  /** Checks that both members are present. */
  public SignedConnectionRequest {
    Required.required(identifier, "Identifier");
    Required.required(signedData, "SignedData");
  }
}
