package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens and closes the stores of one contract test. A store's own test says which store it is, and
 * overrides a {@code why...} method, with the reason, where the store must differ.
 */
abstract class MachineStoreFixture {

  static final String DESKTOP = "alice-desktop";
  static final String RING = "alice-ring";

  /** Where every machine of this test has its directory. */
  @TempDir Path places;

  private final SeededWorld world = World.seeded(43);
  private final List<MachineStore> opened = new ArrayList<>();
  private MachineStore store;

  /**
   * The kind of store under test. Called once for each store that is opened; the stores of one test
   * find each other's data if they are opened with the same place and mode.
   */
  protected abstract MachineStoreProvider provider();

  /** Why a closed store does not open again with what it held; empty if it does. */
  protected String whyItForgets() {
    return "";
  }

  /** Why a store that is open may be opened once more; empty if it may not. */
  protected String whyItMayBeOpenTwice() {
    return "";
  }

  @BeforeEach
  void openStore() {
    store = open(DESKTOP, StoreMode.TEST);
  }

  @AfterEach
  void closeStores() {
    opened.forEach(MachineStore::close);
  }

  final MachineStore open(String machine, StoreMode mode) {
    MachineStore fresh =
        provider().open(places.resolve(machine), mode, world.stream(machine, "store"));
    opened.add(fresh);
    return fresh;
  }

  /** The test store of the first machine. */
  final MachineStore store() {
    return store;
  }

  /** Closes the store and opens it again; a test of nothing else is skipped if it forgets. */
  final MachineStore reopen() {
    assumeTrue(whyItForgets().isEmpty(), whyItForgets());
    return reopenIfItKeeps();
  }

  /** Closes the store and opens it again, unless it would be empty. */
  final MachineStore reopenIfItKeeps() {
    if (!whyItForgets().isEmpty()) {
      return store;
    }
    store.close();
    store = open(DESKTOP, StoreMode.TEST);
    return store;
  }

  /** Compares with what the store holds now, and again after it was opened anew. */
  final void assertHolds(List<? extends MachineRecord> records) {
    assertContent(records);
    reopenIfItKeeps();
    assertContent(records);
  }

  private void assertContent(List<? extends MachineRecord> records) {
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    put(expected, records);
    assertEquals(LogicalContent.of(expected), LogicalContent.of(store));
    assertEquals(List.of(), store.check());
  }

  /** Puts records in one commit. */
  static void put(MachineStore target, List<? extends MachineRecord> records) {
    List<MachineChange> changes = new ArrayList<>();
    records.forEach(record -> changes.add(new MachineChange.Put(record)));
    target.commit(changes);
  }

  static void put(MachineStore target, MachineRecord... records) {
    put(target, List.of(records));
  }

  static void remove(MachineStore target, MachineRecord record) {
    target.commit(List.of(new MachineChange.Remove(record.key())));
  }
}
