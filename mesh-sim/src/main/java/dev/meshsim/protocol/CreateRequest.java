package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.Tagged;
import dev.meshsim.profile.SignedEntry;

/**
 * Creates an account bound to a profile (transaction CreateAccount).
 *
 * @param account the name of the account, {@code user@domain}
 * @param profile the profile that the account is bound to, a SignedPersonalProfile
 */
public record CreateRequest(
    @JsonProperty("Account") String account, @JsonProperty("Profile") @Tagged SignedEntry profile)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public CreateRequest {
    if (account == null) {
      throw new IllegalArgumentException("the member Account is required");
    }
    if (profile == null) {
      throw new IllegalArgumentException("the member Profile is required");
    }
  }
}
