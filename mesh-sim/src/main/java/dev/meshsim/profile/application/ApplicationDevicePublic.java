package dev.meshsim.profile.application;

import dev.meshsim.udf.Udf;

/**
 * What a device publishes about itself in an application (schema {@code ApplicationDevicePublic}).
 * A record implements it; its simple name is its tag.
 */
public interface ApplicationDevicePublic {

  /** The device, by the fingerprint of its signature key: the member {@code DeviceUDF}. */
  Udf deviceUdf();
}
