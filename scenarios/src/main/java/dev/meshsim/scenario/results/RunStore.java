package dev.meshsim.scenario.results;

import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import java.util.Optional;

/**
 * A kind of store, found once for all scenarios of a run.
 *
 * @param machines opens the machines' stores
 * @param portal opens the portal's store; empty if this kind keeps no portal, whose records then
 *     are in {@code .jlog} files
 */
public record RunStore(MachineStoreProvider machines, Optional<PortalStoreProvider> portal) {

  /** The name of the store that keeps everything in memory. */
  public static final String MEMORY = "memory";

  /**
   * The store of that name.
   *
   * @throws dev.meshsim.machine.MachineException if there is none
   */
  public static RunStore named(String name) {
    boolean both = !name.equals(MEMORY) && PortalStores.names().contains(name);
    return new RunStore(
        MachineStores.named(name), both ? Optional.of(PortalStores.named(name)) : Optional.empty());
  }

  /** The name of this kind of store. */
  public String name() {
    return machines.name();
  }
}
