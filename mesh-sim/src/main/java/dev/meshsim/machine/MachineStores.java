package dev.meshsim.machine;

import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreProviders;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the machine stores of the class path by name, and copies one store to another. */
public final class MachineStores {

  private static final List<String> FIRST = List.of("memory");

  private MachineStores() {}

  /** The names of the available stores: memory first, the others alphabetically. */
  public static List<String> names() {
    return providers().names();
  }

  /** The names of the unavailable stores, each with the reason. */
  public static Map<String, String> leftOut() {
    RandomStream random = World.seeded(0).stream("store", "left out");
    return providers()
        .leftOut(
            provider -> provider.open(Path.of(provider.name()), StoreMode.TEST, random).close());
  }

  /** The provider of that name, available or not; empty if the name is unknown. */
  public static Optional<MachineStoreProvider> find(String name) {
    return providers().find(name);
  }

  /**
   * The provider of that name, available or not.
   *
   * @throws MachineException if the name is unknown; the message lists the known names
   */
  public static MachineStoreProvider named(String name) {
    return providers().named(name, known -> MachineException.unknownStore(name, known));
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
   * @throws MachineException if {@code to} is not empty or has the other mode
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

  private static StoreProviders<MachineStoreProvider> providers() {
    return StoreProviders.load(MachineStoreProvider.class, FIRST);
  }
}
