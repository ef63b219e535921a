package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.udf.Udf;

/**
 * A device's request to be connected (schema {@code ConnectionRequest}).
 *
 * @param parentUdf the identifier of the personal profile to be connected to
 * @param device the device that asks
 */
public record ConnectionRequest(
    @JsonProperty("ParentUDF") Udf parentUdf, @JsonProperty("Device") SignedDeviceProfile device) {

  /** Checks that both members are present. */
  public ConnectionRequest {
    Required.required(parentUdf, "ParentUDF");
    Required.required(device, "Device");
  }
}
