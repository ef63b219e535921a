package dev.meshsim.scenario.recording;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names of the keys that the machines of a scenario have kept, by fingerprint: {@code phone's
 * encryption key}. A key stays listed after its machine has removed it. Profiles are read when the
 * names are asked for.
 */
final class KeyNames {

  private final Map<SignedDeviceProfile, String> devices = new LinkedHashMap<>();
  private final Map<Udf, SignedPersonalProfile> profiles = new LinkedHashMap<>();
  private final Map<Udf, String> accounts = new LinkedHashMap<>();
  private final Map<String, String> holders = new LinkedHashMap<>();

  /** Takes the changes of one commit of a machine. */
  void committed(String machine, List<MachineChange> changes) {
    for (MachineChange change : changes) {
      if (!(change instanceof MachineChange.Put put)) {
        continue;
      }
      MachineRecord record = put.record();
      if (record instanceof MachineRecord.Device device) {
        devices.putIfAbsent(device.signed(), machine);
      } else if (record instanceof MachineRecord.Personal profile) {
        profiles.put(profile.signed().identifier(), profile.signed());
      } else if (record instanceof MachineRecord.Account account) {
        accounts.putIfAbsent(account.profile(), account.account());
      } else if (record instanceof MachineRecord.Key key) {
        holders.putIfAbsent(key.udf().text(), machine);
      }
    }
  }

  /** The names so far, by fingerprint. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    devices.forEach((signed, machine) -> device(names, signed, machine));
    profiles.forEach((udf, signed) -> profile(names, udf, signed));
    holders.forEach((udf, machine) -> names.putIfAbsent(udf, "a key of " + machine));
    return names;
  }

  private static void device(
      Map<String, String> names, SignedDeviceProfile signed, String machine) {
    read(signed.identifier(), signed, DeviceProfile.class)
        .ifPresent(
            profile -> {
              name(names, profile.deviceSignatureKey(), machine + "'s signature key");
              name(names, profile.deviceAuthenticationKey(), machine + "'s authentication key");
              name(names, profile.deviceEncryptionKey(), machine + "'s encryption key");
            });
  }

  private void profile(Map<String, String> names, Udf udf, SignedPersonalProfile signed) {
    String owner = accounts.getOrDefault(udf, "a profile") + "'s ";
    read(udf, signed, PersonalProfile.class)
        .flatMap(profile -> read(udf, profile.signedMasterProfile(), MasterProfile.class))
        .ifPresent(
            master -> {
              name(names, master.masterSignatureKey(), owner + "master signature key");
              master.masterEscrowKeys().forEach(key -> name(names, key, owner + "escrow key"));
              master.onlineSignatureKeys().forEach(key -> online(names, key, owner));
            });
  }

  private void online(Map<String, String> names, PublicKey key, String owner) {
    String holder = holders.get(key.udf().text());
    String where = holder == null ? "" : " on " + holder;
    name(names, key, owner + "online signature key" + where);
  }

  private static void name(Map<String, String> names, PublicKey key, String name) {
    names.putIfAbsent(key.udf().text(), name);
  }

  private static <T> Optional<T> read(Udf identifier, SignedEntry signed, Class<T> type) {
    try {
      return Optional.of(Dialect.of(identifier).json().read(signed.signedData().payload(), type));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }
}
