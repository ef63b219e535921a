package dev.meshsim.scenario.surroundings;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineArchive;
import dev.meshsim.machine.MachineStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Copies of the stores of machines and portals, the latest of each; they are of no kind of store.
 */
public final class Backups implements AutoCloseable {

  private final Map<String, SecretBytes> machines = new HashMap<>();
  private final Map<String, PortalStore> portals = new HashMap<>();

  /** Keeps a copy of a machine's store, in place of an earlier one. */
  public void keep(String machine, MachineStore store) {
    Optional.ofNullable(machines.put(machine, MachineArchive.write(store)))
        .ifPresent(SecretBytes::close);
  }

  /** Puts the copy of a machine's store in place of all that the store has. */
  public void restore(String machine, MachineStore store) {
    SecretBytes archive = machines.get(machine);
    if (archive == null) {
      throw new MissingThingException(machine, "backup", "backup makes one");
    }
    load(archive, store);
  }

  /** Puts a copy of one machine's store in place of all that another's has. */
  public static void copy(MachineStore from, MachineStore to) {
    try (SecretBytes archive = MachineArchive.write(from)) {
      load(archive, to);
    }
  }

  private static void load(SecretBytes archive, MachineStore store) {
    try (MachineArchive read = MachineArchive.read(archive)) {
      store.eraseTest();
      read.into(store);
    }
  }

  /** True if a copy of the machine's store is kept. */
  public boolean has(String machine) {
    return machines.containsKey(machine);
  }

  /** Keeps a copy of a portal's store, in place of an earlier one. */
  public void keep(String domain, PortalStore store) {
    PortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(store, copy);
    Optional.ofNullable(portals.put(domain, copy)).ifPresent(PortalStore::close);
  }

  /** The copy of a portal's store. */
  public PortalStore ofPortal(String domain) {
    PortalStore copy = portals.get(domain);
    if (copy == null) {
      throw new MissingThingException(domain, "backup", "backupPortal makes one");
    }
    return copy;
  }

  @Override
  public void close() {
    machines.values().forEach(SecretBytes::close);
    portals.values().forEach(PortalStore::close);
  }
}
