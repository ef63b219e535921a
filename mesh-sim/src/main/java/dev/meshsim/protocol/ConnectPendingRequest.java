package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the open connection requests; needs an administrator.
 *
 * @param accountId the account of the profile
 * @param searchConstraints bounds on the result
 */
public record ConnectPendingRequest(
    @JsonProperty("AccountID") String accountId,
    @JsonProperty("SearchConstraints") @Nullable SearchConstraints searchConstraints)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public ConnectPendingRequest {
    if (accountId == null) {
      throw new IllegalArgumentException("the member AccountID is required");
    }
  }
}
