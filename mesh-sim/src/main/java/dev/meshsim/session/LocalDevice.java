package dev.meshsim.session;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;

/**
 * A device profile together with the machine that holds its private keys.
 *
 * @param machine the machine
 * @param signed the signed profile
 * @param profile its content
 */
public record LocalDevice(MeshMachine machine, SignedDeviceProfile signed, DeviceProfile profile) {

  /** The device's identifier: the fingerprint of its signature key. */
  public Udf udf() {
    return profile.identifier();
  }
}
