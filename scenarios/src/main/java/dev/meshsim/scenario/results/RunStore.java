package dev.meshsim.scenario.results;

import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.scenario.run.RunOptions;
import java.util.List;
import java.util.Optional;

/**
 * A kind of store, found once for all scenarios of a run.
 *
 * @param machines opens the machines' stores
 * @param portal opens the portal's store, if this kind has one; else the portal keeps {@code .jlog}
 *     files
 */
public record RunStore(MachineStoreProvider machines, Optional<PortalStoreProvider> portal) {

  /**
   * The stores that a run goes over.
   *
   * @throws dev.meshsim.machine.MachineException if there is none of that name
   */
  public static List<RunStore> of(RunOptions options) {
    return options.stores().stream().map(RunStore::named).toList();
  }

  /** The store of that name. */
  public static RunStore named(String name) {
    boolean both = !name.equals(RunOptions.DEFAULT_STORE) && PortalStores.names().contains(name);
    return new RunStore(
        MachineStores.named(name), both ? Optional.of(PortalStores.named(name)) : Optional.empty());
  }

  public String name() {
    return machines.name();
  }
}
