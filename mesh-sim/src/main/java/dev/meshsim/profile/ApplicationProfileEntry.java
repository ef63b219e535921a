package dev.meshsim.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application in a personal profile (schema {@code ApplicationProfileEntry}): the devices that
 * may sign its profile and those that can decrypt it, by the fingerprints of their signature keys.
 *
 * @param identifier the identifier of the application
 * @param type the type of the application: the tag of its profile
 * @param friendly a name for people
 * @param adminDevices the devices that may sign the profile of the application
 * @param decryptDevices the devices that the data of the application is encrypted to
 */
public record ApplicationProfileEntry(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("Type") String type,
    @JsonProperty("Friendly") @Nullable String friendly,
    @JsonProperty("AdminDeviceUDF") List<Udf> adminDevices,
    @JsonProperty("DecryptDeviceUDF") List<Udf> decryptDevices) {

  /** Checks that identifier and type are present. */
  public ApplicationProfileEntry {
    Required.required(identifier, "Identifier");
    Required.required(type, "Type");
    adminDevices = Required.list(adminDevices);
    decryptDevices = Required.list(decryptDevices);
  }

  /** A copy in which this device can decrypt, and may sign if {@code admin}. */
  public ApplicationProfileEntry withDevice(Udf device, boolean admin) {
    Set<Udf> admins = new LinkedHashSet<>(adminDevices);
    Set<Udf> decrypters = new LinkedHashSet<>(decryptDevices);
    decrypters.add(device);
    if (admin) {
      admins.add(device);
    }
    return new ApplicationProfileEntry(
        identifier, type, friendly, List.copyOf(admins), List.copyOf(decrypters));
  }

  /** A copy in which this device may sign; whether it can decrypt stays as it is. */
  public ApplicationProfileEntry withAdministrator(Udf device) {
    Set<Udf> admins = new LinkedHashSet<>(adminDevices);
    admins.add(device);
    return new ApplicationProfileEntry(
        identifier, type, friendly, List.copyOf(admins), decryptDevices);
  }

  /** A copy in which this device can neither decrypt nor sign. */
  public ApplicationProfileEntry withoutDevice(Udf device) {
    return new ApplicationProfileEntry(
        identifier, type, friendly, without(adminDevices, device), without(decryptDevices, device));
  }

  private static List<Udf> without(List<Udf> devices, Udf device) {
    return devices.stream().filter(other -> !other.equals(device)).toList();
  }
}
