package dev.meshsim.wizard.manage;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A profile in words. */
final class ProfileText {

  private final Desk desk;

  ProfileText(Desk desk) {
    this.desk = desk;
  }

  /** Fetches the profile and shows it; shows what the machine knows if no portal answers. */
  void show(PersonalSession profile) {
    VerifiedPersonalProfile version;
    try {
      version = profile.refresh();
    } catch (MeshException e) {
      desk.talk().failure(e);
      desk.talk().say("This is the profile as this computer knows it.");
      version = profile.personalProfile();
    }
    desk.talk().fact("profile", version.identifier().text());
    for (String account : profile.accounts()) {
      String behind = profile.accountsBehind().contains(account) ? ", which is behind" : "";
      desk.talk().fact("account", account + behind);
    }
    for (String account : profile.unconfirmedAccounts()) {
      desk.talk().fact("account", account + ", which no portal has acknowledged");
    }
    Set<Udf> administrators = administrators(profile);
    for (DeviceProfile device : version.devices().values()) {
      desk.talk().fact("device", describe(device, profile, administrators));
    }
    for (ApplicationProfileEntry entry : version.profile().applications()) {
      desk.talk().fact("application", entry.type() + ", on " + devices(entry));
    }
  }

  private static String devices(ApplicationProfileEntry entry) {
    int count = entry.decryptDevices().size();
    return count == 1 ? "1 device" : count + " devices";
  }

  static Set<Udf> administrators(PersonalSession profile) {
    return profile.administrators().stream()
        .map(Administrator::device)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** A device's name, and what it is to this profile. */
  static String describe(DeviceProfile device, PersonalSession profile, Set<Udf> administrators) {
    String own = device.identifier().equals(profile.thisDevice().identifier()) ? ", this one" : "";
    String admin = administrators.contains(device.identifier()) ? ", administrator" : "";
    return name(device) + own + admin;
  }

  /** The names of a device, fit to be shown. */
  static String name(DeviceProfile device) {
    List<String> names = device.names().stream().map(Quote::brief).toList();
    return names.isEmpty() ? device.identifier().text() : String.join(", ", names);
  }
}
