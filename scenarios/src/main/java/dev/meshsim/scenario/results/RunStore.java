package dev.meshsim.scenario.results;

import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.store.StoreProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of store, found once for all scenarios of a run.
 *
 * @param machines opens the machines' stores
 * @param portal opens the portal's store; empty if this kind keeps no portal, whose records then
 *     are in {@link #logs}
 */
public record RunStore(MachineStoreProvider machines, Optional<PortalStoreProvider> portal) {

  /** The name of the store that keeps everything in memory. */
  public static final String MEMORY = "memory";

  private static final String PORTAL_SUFFIX = ".store";

  /** It is asked for each file of results, and a look at the class path takes long. */
  private static final PortalStoreProvider LOGS = PortalStores.named("jlog");

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
    return LOGS;
  }

  /**
   * The directory of a portal's store. The reader allows no machine a name with a dot.
   *
   * @param number counted from 1 in the scenario's order
   */
  public static String portalDirectory(int number) {
    return PortalLogs.directory(number).orElse("portal") + PORTAL_SUFFIX;
  }

  /** The directories in which the stores of a case's machines and portals keep their data. */
  public static List<String> directories(List<String> machines, int portals) {
    List<String> names = new ArrayList<>(machines);
    for (int number = 1; number <= portals; number++) {
      names.add(portalDirectory(number));
    }
    return names;
  }

  /** The name of this kind of store. */
  public String name() {
    return machines.name();
  }

  /** The provider of the store in a directory: of the portal's or of a machine's. */
  StoreProvider provider(String directory) {
    if (!directory.endsWith(PORTAL_SUFFIX)) {
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
