package dev.meshsim.light;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;

/** Makes the records of texts from the objects of sessions. */
final class Plain {

  private Plain() {}

  static LightDevice device(DeviceProfile device) {
    String description = device.description();
    return new LightDevice(
        device.identifier().text(), device.names(), description == null ? "" : description);
  }

  static LightRequest request(ConnectionAttempt attempt) {
    return new LightRequest(
        attempt.account(),
        attempt.deviceUdf().text(),
        attempt.profileUdf().text(),
        attempt.authenticator());
  }

  static LightProfile profile(PersonalSession session) {
    VerifiedPersonalProfile profile = session.personalProfile();
    Udf own = session.thisDevice().identifier();
    return new LightProfile(
        session.account(),
        profile.identifier().text(),
        own.text(),
        profile.devices().values().stream().map(Plain::device).toList(),
        profile.profile().applications().stream().map(entry -> application(entry, own)).toList());
  }

  private static LightProfile.Application application(ApplicationProfileEntry entry, Udf own) {
    return new LightProfile.Application(
        entry.identifier().text(),
        entry.type(),
        entry.decryptDevices().contains(own),
        entry.adminDevices().contains(own));
  }
}
