package dev.meshsim.wizard.manage;

import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.session.AdministrationException;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.RemovalFinding;
import dev.meshsim.session.SessionException;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Retrying;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Removes a device from the profile, with the shares if it is an administrator. */
final class DeviceRemoving {

  private final Desk desk;

  DeviceRemoving(Desk desk) {
    this.desk = desk;
  }

  void remove(PersonalSession profile) {
    desk.talk().title("Remove a device");
    desk.kept("No device was removed.");
    Udf own = profile.thisDevice().identifier();
    List<DeviceProfile> others =
        profile.refresh().devices().values().stream()
            .filter(device -> !device.identifier().equals(own))
            .toList();
    if (others.isEmpty()) {
      desk.talk().say("The profile has no other device than this one.");
      return;
    }
    Set<Udf> administrators = ProfileText.administrators(profile);
    List<String> names =
        others.stream()
            .map(device -> ProfileText.describe(device, profile, administrators))
            .toList();
    DeviceProfile device = others.get(desk.talk().choose(Prompt.LOST_DEVICE.about(), names));
    if (!desk.talk().agree(Prompt.REMOVAL.about(ProfileText.name(device)))) {
      return;
    }
    List<RemovalFinding> left = removed(profile, device.identifier());
    desk.talk().say(ProfileText.name(device) + " is removed: it reads nothing new from now on.");
    for (RemovalFinding finding : left) {
      desk.talk().say("Still open: " + finding + ". Update it on a device that may change it.");
    }
    desk.talk()
        .say("What it has read already it may still have: change the passwords that matter.");
  }

  private List<RemovalFinding> removed(PersonalSession profile, Udf device) {
    try {
      return repeated(device, () -> profile.removeDevice(device));
    } catch (AdministrationException e) {
      if (e.errorCode() != AdministrationException.Code.MASTER_KEY_NEEDED) {
        throw e;
      }
      desk.kept("No device was removed, and no share is kept.");
      desk.talk().say("An administrator is removed with the master key, which the shares open.");
      try (Secret secret = new Secret(ProfileRecovery.shares(desk))) {
        return repeated(device, () -> profile.removeDevice(device, secret));
      }
    }
  }

  /** Removes the device, again if the portal goes away in the middle. */
  private List<RemovalFinding> repeated(Udf device, Supplier<List<RemovalFinding>> removal) {
    AtomicBoolean begun = new AtomicBoolean();
    return Retrying.whileAway(
        desk.talk(),
        () -> {
          boolean again = begun.getAndSet(true);
          try {
            return removal.get();
          } catch (SessionException e) {
            // The first attempt has done it all, and its answer was lost.
            if (again && e.errorCode() == SessionException.Code.UNKNOWN_DEVICE) {
              return List.of();
            }
            throw e;
          } catch (PortalException e) {
            desk.kept(
                "The device may be removed in part. Finish it with: mesh-sim manager remove"
                    + " --device "
                    + device);
            throw e;
          }
        });
  }
}
