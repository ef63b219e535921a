package dev.meshsim.session;

import dev.meshsim.jose.Suite;
import dev.meshsim.udf.Udf;

/** A device of a machine (developer-08 section 6.5). */
public final class DeviceRegistration {

  private final LocalDevice device;
  private final Suite suite;

  DeviceRegistration(LocalDevice device, Suite suite) {
    this.device = device;
    this.suite = suite;
  }

  /** The device's profile, from which a personal profile is made. */
  public LocalDevice deviceProfile() {
    return device;
  }

  /** The device's identifier. */
  public Udf udf() {
    return device.udf();
  }

  /** The suite of the session that created or found the device. */
  public Suite suite() {
    return suite;
  }
}
