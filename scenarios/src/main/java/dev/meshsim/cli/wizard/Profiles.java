package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds profiles, devices and applications by what a person calls them. */
final class Profiles {

  private Profiles() {}

  /** The profile of an account, or of the default account if none is named. */
  static PersonalSession of(MeshSession session, @Nullable String account) {
    if (account != null) {
      return session.personalSession(account);
    }
    return session.personalSession().orElseThrow(() -> none(session));
  }

  private static InputException none(MeshSession session) {
    Optional<Udf> begun = session.profilesWithoutAccount().stream().findFirst();
    if (begun.isEmpty()) {
      return new InputException(
          "there is no profile on this computer",
          "make one with mesh-sim manager create --account USER@DOMAIN, or recover or connect one");
    }
    String name =
        session.unconfirmedAccounts(begun.get()).stream().findFirst().orElse("USER@DOMAIN");
    return new InputException(
        "no portal has acknowledged an account of the profile on this computer",
        "ask for it again with mesh-sim manager create --account "
            + name
            + ", or delete the profile with mesh-sim manager delete --profile "
            + begun.get().text());
  }

  /** The profile with this fingerprint, of which no portal has acknowledged an account. */
  static Udf withoutAccount(MeshSession session, String wanted) {
    List<Udf> begun = session.profilesWithoutAccount();
    return begun.stream()
        .filter(profile -> profile.text().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "this computer has no profile "
                        + Quote.text(wanted)
                        + " without an account, but "
                        + (begun.isEmpty()
                            ? "none"
                            : begun.stream().map(Udf::text).collect(Collectors.joining(", "))),
                    "a profile with an account is deleted by --account, which mesh-sim manager show"
                        + " prints"));
  }

  /** The device of this machine, or a new one with this name. */
  static DeviceRegistration device(MeshSession session, @Nullable String name) {
    return session
        .device()
        .orElseGet(
            () ->
                name == null
                    ? session.createDevice()
                    : session.createDevice(name, System.getProperty("os.name", "computer")));
  }

  static Facts describe(PersonalSession profile) {
    VerifiedPersonalProfile version = profile.personalProfile();
    Set<Udf> administrators =
        profile.administrators().stream()
            .map(Administrator::device)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Udf own = profile.thisDevice().identifier();
    List<Facts> devices = new ArrayList<>();
    for (DeviceProfile device : version.devices().values()) {
      devices.add(
          new Facts()
              .put("udf", device.identifier().text())
              .put("name", String.join(", ", device.names()))
              .put("thisDevice", device.identifier().equals(own))
              .put("administrator", administrators.contains(device.identifier())));
    }
    List<Facts> applications = new ArrayList<>();
    for (ApplicationProfileEntry entry : version.profile().applications()) {
      applications.add(
          new Facts()
              .put("udf", entry.identifier().text())
              .put("type", entry.type())
              .put("reads", entry.decryptDevices().contains(own))
              .put("changes", entry.adminDevices().contains(own)));
    }
    return new Facts()
        .put("account", profile.account())
        .put("profile", version.identifier().text())
        .put("accounts", profile.accounts())
        .put("behind", profile.accountsBehind())
        .put("unconfirmed", profile.unconfirmedAccounts())
        .putAll("devices", devices)
        .putAll("applications", applications);
  }

  /** The device with this identifier or this name. */
  static Udf deviceOf(PersonalSession profile, String wanted) {
    List<DeviceProfile> all = List.copyOf(profile.refresh().devices().values());
    List<DeviceProfile> found =
        all.stream()
            .filter(
                device ->
                    device.identifier().text().equalsIgnoreCase(wanted)
                        || device.names().contains(wanted))
            .toList();
    if (found.size() == 1) {
      return found.get(0).identifier();
    }
    Optional<Udf> former = fingerprint(wanted);
    if (found.isEmpty() && former.isPresent()) {
      // Its removal may have been cut in the middle; the session refuses it otherwise.
      return former.get();
    }
    List<String> names = new ArrayList<>();
    all.forEach(device -> names.addAll(device.names()));
    throw unclear("device", wanted, found.size(), names);
  }

  private static Optional<Udf> fingerprint(String text) {
    try {
      return Optional.of(Udf.parse(text));
    } catch (UdfException e) {
      return Optional.empty();
    }
  }

  /** The application with this identifier, or the only one of this type. */
  static ApplicationProfileEntry applicationOf(PersonalSession profile, String wanted) {
    List<ApplicationProfileEntry> all = profile.refresh().profile().applications();
    List<ApplicationProfileEntry> found =
        all.stream()
            .filter(
                entry ->
                    entry.identifier().text().equalsIgnoreCase(wanted)
                        || entry.type().equals(wanted))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw unclear(
        "application",
        wanted,
        found.size(),
        all.stream().map(ApplicationProfileEntry::type).distinct().toList());
  }

  private static InputException unclear(String kind, String wanted, int found, List<String> known) {
    return new InputException(
        found == 0
            ? "the profile has no " + kind + " " + Quote.text(wanted)
            : "the profile has " + found + " of the name " + Quote.text(wanted),
        found == 0
            ? DidYouMean.hint(wanted, known, "mesh-sim manager show lists what there is")
            : "give the fingerprint, which mesh-sim manager show prints");
  }
}
