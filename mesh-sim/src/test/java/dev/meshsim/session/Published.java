package dev.meshsim.session;

import dev.meshsim.profile.SignedDeviceProfile;

/** Changes of a profile that need no second machine. */
final class Published {

  private Published() {}

  /** Adds a device to a profile through one of its accounts. */
  static void device(ManyPortals scene, PersonalSession session, String name) {
    SignedDeviceProfile device =
        scene.session(name).createDevice(name, null).deviceProfile().signed();
    session.change((profile, at) -> profile.withDevice(device, at));
  }
}
