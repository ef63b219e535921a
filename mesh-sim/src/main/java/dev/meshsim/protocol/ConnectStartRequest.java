package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionRequest;

/**
 * Posts a connection request.
 *
 * @param signedRequest the request of the device
 * @param accountId the account of the profile to be connected to
 */
public record ConnectStartRequest(
    @JsonProperty("SignedRequest") SignedConnectionRequest signedRequest,
    @JsonProperty("AccountID") String accountId)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public ConnectStartRequest {
    if (signedRequest == null) {
      throw new IllegalArgumentException("the member SignedRequest is required");
    }
    if (accountId == null) {
      throw new IllegalArgumentException("the member AccountID is required");
    }
  }
}
