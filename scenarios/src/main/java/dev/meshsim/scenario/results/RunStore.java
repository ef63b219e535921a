package dev.meshsim.scenario.results;

import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.store.StoreProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A kind of store, found once for all scenarios of a run.
 *
 * @param machines opens the machines' stores
 * @param portal opens the portal's store, if this kind has one; otherwise the portal keeps {@link
 *     #logs}
 */
public record RunStore(MachineStoreProvider machines, Optional<PortalStoreProvider> portal) {

  /** The directory of the portal's store. The reader allows no machine a name with a dot. */
  public static final String PORTAL = "portal.store";

  /** The store of machines in memory; the portal keeps its logs then. */
  private static final String MEMORY = "memory";

  /**
   * The stores that a run goes over.
   *
   * @throws dev.meshsim.machine.MachineException if the name of one is unknown
   */
  public static List<RunStore> of(List<String> names) {
    return names.stream().map(RunStore::named).toList();
  }

  /**
   * The store of that name.
   *
   * @throws dev.meshsim.machine.MachineException if the name is unknown
   */
  public static RunStore named(String name) {
    return of(MachineStores.named(name));
  }

  /** The store of that name, available or not; empty if the name is unknown. */
  static Optional<RunStore> find(String name) {
    return MachineStores.find(name).map(RunStore::of);
  }

  private static RunStore of(MachineStoreProvider machines) {
    Optional<PortalStoreProvider> portal =
        machines.name().equals(MEMORY)
            ? Optional.empty()
            : PortalStores.find(machines.name()).filter(StoreProvider::available);
    return new RunStore(machines, portal);
  }

  /** The logs that every run writes into the directory of a scenario's results. */
  public static PortalStoreProvider logs() {
    return PortalStores.named("jlog");
  }

  /** The name of this kind of store. */
  public String name() {
    return machines.name();
  }

  /** The provider of the store in a directory: of the portal's or of a machine's. */
  StoreProvider provider(String directory) {
    if (!directory.equals(PORTAL)) {
      return machines;
    }
    // Without a portal store the directory is never made, so any file in it is foreign.
    return portal.<StoreProvider>map(provider -> provider).orElse(this::name);
  }

  /**
   * Removes the data that these stores keep elsewhere than in files, for example on a server.
   *
   * @param stores the directory that holds the directories of the stores
   * @param directories the names of the directories
   */
  public void discardElsewhere(Path stores, List<String> directories) {
    for (String directory : directories) {
      StoreProvider provider = provider(directory);
      if (!provider.keepsFiles()) {
        provider.discard(stores.resolve(directory));
      }
    }
  }
}
