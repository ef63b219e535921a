package dev.meshsim.scenario.action;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A machine's store that reports each commit that has succeeded.
 *
 * @param store the store itself
 * @param machine the machine's name
 * @param commits receives the machine's name and the changes
 */
record WatchedStore(
    MachineStore store, String machine, BiConsumer<String, List<MachineChange>> commits)
    implements MachineStore {

  /** The machine with its commits reported; the machine itself if they are already. */
  static MeshMachine watched(MeshMachine machine, BiConsumer<String, List<MachineChange>> commits) {
    return machine.store() instanceof WatchedStore
        ? machine
        : new MeshMachine(
            machine.world(),
            machine.name(),
            new WatchedStore(machine.store(), machine.name(), commits));
  }

  @Override
  public StoreMode mode() {
    return store.mode();
  }

  @Override
  public Optional<MachineRecord> get(RecordKey key) {
    return store.get(key);
  }

  @Override
  public List<MachineRecord> list(RecordKind kind) {
    return store.list(kind);
  }

  @Override
  public void commit(List<MachineChange> changes) {
    store.commit(changes);
    commits.accept(machine, changes);
  }

  @Override
  public List<Finding> check() {
    return store.check();
  }

  @Override
  public void eraseTest() {
    store.eraseTest();
  }

  @Override
  public void close() {
    store.close();
  }
}
