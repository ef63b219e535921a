package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The devices that each machine has made, and those that it has asked to connect. */
public final class DeviceOwners {

  private final Facts facts;
  private final Map<Udf, Set<String>> owners = new HashMap<>();
  private final Map<String, Set<Bytes>> own = new HashMap<>();
  private final Map<String, Set<Udf>> all = new HashMap<>();
  private final Map<String, Udf> latest = new HashMap<>();

  public DeviceOwners(Facts facts) {
    this.facts = facts;
  }

  /**
   * A machine has stored records.
   *
   * @return the digests of the device profiles in them
   */
  public List<Bytes> stored(String machine, List<MachineChange> changes) {
    List<Bytes> devices = new ArrayList<>();
    for (MachineChange change : changes) {
      if (change instanceof MachineChange.Put put
          && put.record() instanceof MachineRecord.Device device) {
        has(machine, device.signed()).ifPresent(devices::add);
      }
    }
    return devices;
  }

  /** A machine has a device; the digest of its profile, if it is one. */
  public Optional<Bytes> has(String machine, SignedDeviceProfile signed) {
    try {
      DeviceFacts device = facts.device(signed);
      owners.computeIfAbsent(device.identifier(), udf -> new HashSet<>()).add(machine);
      own.computeIfAbsent(machine, name -> new HashSet<>()).add(device.digest());
      all.computeIfAbsent(machine, name -> new HashSet<>()).add(device.identifier());
      latest.put(machine, device.identifier());
      return Optional.of(device.digest());
    } catch (MeshException e) {
      // A record that holds no device profile makes nobody its owner.
      return Optional.empty();
    }
  }

  /** The machines that have, or had, the device. */
  public Set<String> of(Udf device) {
    return owners.getOrDefault(device, Set.of());
  }

  /** True if a machine has made this form of its device: the digest is of the device profile. */
  public boolean isOwn(String machine, Bytes digest) {
    return own.getOrDefault(machine, Set.of()).contains(digest);
  }

  /** The devices that a machine has had. */
  public Set<Udf> devices(String machine) {
    return all.getOrDefault(machine, Set.of());
  }

  /** How many devices a machine has had. */
  public int count(String machine) {
    return all.getOrDefault(machine, Set.of()).size();
  }

  /** The device that a machine has made or renewed last. */
  public Optional<Udf> latest(String machine) {
    return Optional.ofNullable(latest.get(machine));
  }
}
