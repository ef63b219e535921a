package dev.meshsim.session;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;

/**
 * Removes a device from a profile and from its applications. The order is such that a call that
 * fails at any point is completed by the next one: first the applications that the device has
 * signed are signed anew, since its signatures count no more once it has left; then the profile is
 * published without it; then the applications that it could read are encrypted anew.
 */
record DeviceRemoval(PersonalSession session, SessionContext context, Udf device) {

  /**
   * Removes the device.
   *
   * @param masterKey where the master signature key is, if the device is an administrator
   * @return the applications in whose stored version it still counts
   */
  List<RemovalFinding> remove(MasterKeySource masterKey) {
    new Spread(session, context).catchUp();
    VerifiedPersonalProfile profile = session.refresh();
    session.administrator();
    if (!profile.devices().containsKey(device)) {
      if (!renewal().encryptForReaders()) {
        throw SessionException.unknownDevice(profile.identifier(), device);
      }
      return List.of();
    }
    Administrators administrators = Administrators.of(profile);
    if (context.machine().device(device).isPresent()) {
      throw administrators.all().size() == 1
          ? AdministrationException.lastAdministrator(profile.identifier(), device)
          : AdministrationException.ownDevice(context.machine().name(), device);
    }
    if (administrators.on(device).isEmpty()) {
      return remove(profile, () -> session.change(this::leave));
    }
    return masterKey.with(
        session,
        context,
        key ->
            remove(
                profile,
                () ->
                    new AdministratorChange(
                            session, context, key, all -> all.without(device), this::leave)
                        .publish()));
  }

  private List<RemovalFinding> remove(VerifiedPersonalProfile before, Runnable leave) {
    renewal().takeOver(device, before);
    leave.run();
    // The device may have published once more before it left.
    renewal().takeOver(device, before);
    renewal().encryptForReaders();
    session.spread();
    return RemovalFinding.of(session, context, device, before);
  }

  private ApplicationRenewal renewal() {
    return new ApplicationRenewal(session, context);
  }

  /** The profile without the device; this one takes the place of a last administration device. */
  private PersonalProfile leave(PersonalProfile profile, Instant at) {
    Udf self = session.thisDevice().identifier();
    PersonalProfile left = profile.withoutDevice(device, at);
    for (ApplicationProfileEntry entry : profile.applications()) {
      ApplicationProfileEntry without = entry.withoutDevice(device);
      if (without.adminDevices().isEmpty() && entry.adminDevices().contains(device)) {
        left = left.withApplication(without.withAdministrator(self), at);
      }
    }
    return left;
  }
}
