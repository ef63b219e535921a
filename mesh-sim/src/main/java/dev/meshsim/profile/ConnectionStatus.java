package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of a connection request (schema {@code ConnectionResult.Result}). */
public enum ConnectionStatus {
  /** The device is in the profile. */
  @JsonProperty("Accepted")
  ACCEPTED,
  /** An administrator refused the device. */
  @JsonProperty("Rejected")
  REJECTED,
  /** No administrator has answered yet. */
  @JsonProperty("Pending")
  PENDING,
  /** The portal knows of no such request. */
  @JsonProperty("Unknown")
  UNKNOWN
}
