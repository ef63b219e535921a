package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionResult;

/**
 * Answers a connection request; needs an administrator.
 *
 * @param result the answer
 * @param accountId the account of the profile
 */
public record ConnectCompleteRequest(
    @JsonProperty("Result") SignedConnectionResult result,
    @JsonProperty("AccountID") String accountId)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public ConnectCompleteRequest {
    if (result == null) {
      throw new IllegalArgumentException("the member Result is required");
    }
    if (accountId == null) {
      throw new IllegalArgumentException("the member AccountID is required");
    }
  }
}
