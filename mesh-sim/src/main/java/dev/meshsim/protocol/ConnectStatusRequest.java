package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Asks for the answer to a connection request; needs the device that asked.
 *
 * @param accountId the account of the profile
 * @param deviceId the identifier of the device that asked
 */
public record ConnectStatusRequest(
    @JsonProperty("AccountID") String accountId, @JsonProperty("DeviceID") String deviceId)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public ConnectStatusRequest {
    if (accountId == null) {
      throw new IllegalArgumentException("the member AccountID is required");
    }
    if (deviceId == null) {
      throw new IllegalArgumentException("the member DeviceID is required");
    }
  }
}
