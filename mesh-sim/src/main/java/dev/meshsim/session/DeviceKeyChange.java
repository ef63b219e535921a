package dev.meshsim.session;

import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;

/** Gives this machine's device new authentication and encryption keys. */
final class DeviceKeyChange {

  private DeviceKeyChange() {}

  /** Makes the keys and, on an administration device, publishes them. */
  static DeviceRegistration make(PersonalSession session, SessionContext context) {
    if (session.administers()) {
      new Spread(session, context).catchUp();
    }
    VerifiedPersonalProfile profile = session.refresh();
    Udf device = session.thisDevice().identifier();
    SignedDeviceProfile listed = profile.profile().device(device).orElseThrow();
    LocalDevice renewed = DeviceMaking.renewed(context, listed);
    if (session.administers()) {
      session.change((before, at) -> before.withDevice(renewed.signed(), at));
      new ApplicationRenewal(session, context).encryptForReaders();
      session.spread();
    }
    return new DeviceRegistration(renewed, context.suite());
  }
}
