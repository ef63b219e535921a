package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connection request stands (schema {@code ConnectionResult.Result}). */
public enum ConnectionStatus {
  /** The device is in the profile. */
  @JsonProperty("Accepted")
  ACCEPTED,
  /** An administrator refused the device. */
  @JsonProperty("Rejected")
  REJECTED,
  /** Nobody has answered yet. */
  @JsonProperty("Pending")
  PENDING,
  /** The portal knows of no such request. */
  @JsonProperty("Unknown")
  UNKNOWN
}
