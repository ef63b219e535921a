package dev.meshsim.machine;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens the data that the person who runs this program has on this computer. */
final class ThisComputer {

  private ThisComputer() {}

  /**
   * Opens the kind of store that is usual on this platform.
   *
   * @throws MachineException {@code machine.no-usual-store} if its module is missing
   */
  static MeshMachine open(StoreMode mode) {
    String system = System.getProperty("os.name", "");
    String kind = usualKind(system);
    return open(
        MachineStores.find(kind)
            .orElseThrow(() -> MachineException.noUsualStore(system, kind, kindsWithPlace())),
        mode);
  }

  /** The registry on Windows, files everywhere else (developer-08 section 5). */
  static String usualKind(String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows") ? "registry" : "file";
  }

  /** Opens the store of a kind that the program names. */
  static MeshMachine open(String kind, StoreMode mode) {
    return open(MachineStores.named(kind), mode);
  }

  /** Opens the person's own data in a store of a kind in a directory that the program names. */
  static MeshMachine open(String kind, Path root) {
    return open(MachineStores.named(kind), root, StoreMode.PRODUCTION);
  }

  private static MeshMachine open(MachineStoreProvider provider, StoreMode mode) {
    Path root =
        provider
            .usualRoot()
            .orElseThrow(() -> MachineException.noUsualPlace(provider.name(), kindsWithPlace()));
    return open(provider, root, mode);
  }

  private static MeshMachine open(MachineStoreProvider provider, Path root, StoreMode mode) {
    World world = World.system();
    String name = mode == StoreMode.TEST ? "this computer, test data" : "this computer";
    RandomStream random = world.stream(name, "store");
    MachineStore store = provider.open(root, mode, random);
    boolean done = false;
    try {
      // Some stores report a damaged index, or that of the other mode, at the first read.
      store.list(RecordKind.DEFAULT);
      done = true;
      return new MeshMachine(world, name, store);
    } finally {
      if (!done) {
        store.close();
      }
    }
  }

  private static List<String> kindsWithPlace() {
    return MachineStores.names().stream().filter(ThisComputer::hasPlace).toList();
  }

  private static boolean hasPlace(String kind) {
    try {
      return MachineStores.named(kind).usualRoot().isPresent();
    } catch (MachineException e) {
      // It has one in the home directory, which is not known.
      return true;
    }
  }
}
