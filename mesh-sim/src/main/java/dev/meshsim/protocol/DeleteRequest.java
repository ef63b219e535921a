package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Deletes an account (transaction DeleteAccount); needs an administrator.
 *
 * @param account the name of the account
 */
public record DeleteRequest(@JsonProperty("Account") String account) implements MeshRequest {

  /** Checks that the required members are present. */
  public DeleteRequest {
    if (account == null) {
      throw new IllegalArgumentException("the member Account is required");
    }
  }
}
