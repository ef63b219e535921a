package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.udf.Udf;

/**
 * A device asks to be connected (schema {@code ConnectionRequest}).
 *
 * @param parentUdf the identifier of the personal profile wanted
 * @param device the device that asks
 */
public record ConnectionRequest(
    @JsonProperty("ParentUDF") Udf parentUdf, @JsonProperty("Device") SignedDeviceProfile device) {

  /** Both members are required. */
  public ConnectionRequest {
    Required.required(parentUdf, "ParentUDF");
    Required.required(device, "Device");
  }
}
