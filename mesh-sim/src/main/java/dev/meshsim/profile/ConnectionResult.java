package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.Tagged;
import dev.meshsim.udf.Udf;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's answer (schema {@code ConnectionResult}).
 *
 * @param parentUdf the identifier of the personal profile
 * @param device the device that asked
 * @param result {@code Accepted} or {@code Rejected}
 * @param profile the profile with the device in it, if accepted
 */
public record ConnectionResult(
    @JsonProperty("ParentUDF") Udf parentUdf,
    @JsonProperty("Device") SignedDeviceProfile device,
    @JsonProperty("Result") ConnectionStatus result,
    @JsonProperty("Profile") @Tagged @Nullable SignedEntry profile) {

  /** Checks that an acceptance carries a profile and a rejection does not. */
  public ConnectionResult {
    Required.required(parentUdf, "ParentUDF");
    Required.required(device, "Device");
    boolean accepted = Required.required(result, "Result") == ConnectionStatus.ACCEPTED;
    if (!accepted && result != ConnectionStatus.REJECTED) {
      throw new IllegalArgumentException("a Result is Accepted or Rejected, not " + result);
    }
    if (accepted != (profile instanceof SignedPersonalProfile)) {
      throw new IllegalArgumentException("an accepted Result carries the SignedPersonalProfile");
    }
  }
}
