package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Finds machine stores by name: {@code memory}, and those that the class path provides; copies one
 * to another.
 */
public final class MachineStores {

  private static final MachineStoreProvider MEMORY =
      new MachineStoreProvider() {
        @Override
        public String name() {
          return "memory";
        }

        @Override
        public boolean keepsFiles() {
          return false;
        }

        @Override
        public boolean isThere(Path root, StoreMode mode) {
          return false;
        }

        @Override
        public MachineStore open(Path root, StoreMode mode, RandomStream random) {
          return new MemoryMachineStore(mode);
        }
      };

  private MachineStores() {}

  /** The names of those that can be opened here: memory first, the others alphabetically. */
  public static List<String> names() {
    return providers().values().stream()
        .filter(MachineStoreProvider::available)
        .map(MachineStoreProvider::name)
        .toList();
  }

  /** The names of those that cannot be opened here, and why not. */
  public static Map<String, String> leftOut() {
    Map<String, String> reasons = new TreeMap<>();
    for (MachineStoreProvider provider : providers().values()) {
      if (!provider.available()) {
        reasons.put(provider.name(), reason(provider));
      }
    }
    return reasons;
  }

  private static String reason(MachineStoreProvider provider) {
    RandomStream random = World.seeded(0).stream("store", "left out");
    try (MachineStore store = provider.open(Path.of(provider.name()), StoreMode.TEST, random)) {
      return "it says that it is not available, although its " + store.mode() + " data opens";
    } catch (MeshException e) {
      return Finding.of(provider.name(), e).problem();
    }
  }

  /**
   * The provider of that name, available or not.
   *
   * @throws MachineException if there is none; the message lists those there are
   */
  public static MachineStoreProvider named(String name) {
    Map<String, MachineStoreProvider> providers = providers();
    MachineStoreProvider provider = providers.get(name);
    if (provider == null) {
      throw MachineException.unknownStore(name, List.copyOf(providers.keySet()));
    }
    return provider;
  }

  /**
   * The finding of {@link MachineStore#check} on a closed store.
   *
   * @param place the name of the store in its failures
   */
  public static Finding closedFinding(String place) {
    return new Finding(MachineException.Code.STORE_CLOSED, place, "the store was closed");
  }

  /**
   * Copies everything from one machine's store to another, in one commit. Each store keeps its own
   * copy of a private key.
   *
   * @param to an empty store of the same mode
   * @return the number of records
   * @throws MachineException if {@code to} is not empty, or if one holds test data and the other
   *     does not
   */
  public static int copy(MachineStore from, MachineStore to) {
    if (from.mode() != to.mode()) {
      throw MachineException.modesDiffer(from.mode(), to.mode());
    }
    List<MachineChange> changes = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (!to.list(kind).isEmpty()) {
        throw MachineException.notEmpty();
      }
      from.list(kind).forEach(record -> changes.add(new MachineChange.Put(record)));
    }
    to.commit(changes);
    return changes.size();
  }

  private static Map<String, MachineStoreProvider> providers() {
    Map<String, MachineStoreProvider> found = new TreeMap<>();
    ServiceLoader.load(MachineStoreProvider.class).forEach(p -> found.put(p.name(), p));
    Map<String, MachineStoreProvider> ordered = new LinkedHashMap<>();
    ordered.put(MEMORY.name(), MEMORY);
    ordered.putAll(found);
    return ordered;
  }
}
