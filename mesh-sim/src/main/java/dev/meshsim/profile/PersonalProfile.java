package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person's profile (schema {@code PersonalProfile}): the master profile, the connected devices
 * and an entry for each application.
 *
 * @param identifier the fingerprint of the master signature key
 * @param updated the time of this version
 * @param signedMasterProfile the master profile
 * @param devices the connected devices
 * @param applications an entry for each application
 */
public record PersonalProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("Updated") Instant updated,
    @JsonProperty("SignedMasterProfile") SignedMasterProfile signedMasterProfile,
    @JsonProperty("Devices") List<SignedDeviceProfile> devices,
    @JsonProperty("Applications") List<ApplicationProfileEntry> applications) {

  /**
   * Checks that the identifier is that of the master profile, and that no device or application is
   * listed twice.
   */
  public PersonalProfile {
    Required.required(updated, "Updated");
    Required.required(signedMasterProfile, "SignedMasterProfile");
    devices = Required.list(devices);
    applications = Required.list(applications);
    if (!signedMasterProfile.identifier().equals(identifier)) {
      throw new IllegalArgumentException(
          "the Identifier of a personal profile is that of its SignedMasterProfile");
    }
    if (devices.stream().map(SignedDeviceProfile::identifier).distinct().count() != devices.size()
        || applications.stream().map(ApplicationProfileEntry::identifier).distinct().count()
            != applications.size()) {
      throw new IllegalArgumentException(
          "a device or an application is listed twice in the profile");
    }
  }

  /** The entry of the application with this identifier. */
  public Optional<ApplicationProfileEntry> application(Udf application) {
    return applications.stream().filter(e -> e.identifier().equals(application)).findFirst();
  }

  /** The device with this identifier. */
  public Optional<SignedDeviceProfile> device(Udf device) {
    return devices.stream().filter(other -> other.identifier().equals(device)).findFirst();
  }

  /** A copy with a later time and this device, in place of one with its identifier. */
  public PersonalProfile withDevice(SignedDeviceProfile device, Instant at) {
    List<SignedDeviceProfile> changed = new ArrayList<>(devices);
    int known = device(device.identifier()).map(devices::indexOf).orElse(-1);
    if (known < 0) {
      changed.add(device);
    } else {
      changed.set(known, device);
    }
    return new PersonalProfile(identifier, at, signedMasterProfile, changed, applications);
  }

  /** A copy with a later time and without a device, which leaves every application too. */
  public PersonalProfile withoutDevice(Udf device, Instant at) {
    List<SignedDeviceProfile> fewer = new ArrayList<>(devices);
    fewer.removeIf(other -> other.identifier().equals(device));
    List<ApplicationProfileEntry> entries =
        applications.stream().map(entry -> entry.withoutDevice(device)).toList();
    return new PersonalProfile(identifier, at, signedMasterProfile, fewer, entries);
  }

  /** A copy with a later time and this entry, in place of one with its identifier. */
  public PersonalProfile withApplication(ApplicationProfileEntry entry, Instant at) {
    List<ApplicationProfileEntry> more = new ArrayList<>(applications);
    more.removeIf(other -> other.identifier().equals(entry.identifier()));
    more.add(entry);
    return new PersonalProfile(identifier, at, signedMasterProfile, devices, more);
  }

  /** A copy with a later time and without an application. */
  public PersonalProfile withoutApplication(Udf application, Instant at) {
    List<ApplicationProfileEntry> fewer = new ArrayList<>(applications);
    fewer.removeIf(other -> other.identifier().equals(application));
    return new PersonalProfile(identifier, at, signedMasterProfile, devices, fewer);
  }

  /** A copy with a later time and another master profile of the same identifier. */
  public PersonalProfile withMaster(SignedMasterProfile master, Instant at) {
    return new PersonalProfile(identifier, at, master, devices, applications);
  }
}
