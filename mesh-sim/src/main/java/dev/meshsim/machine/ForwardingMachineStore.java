package dev.meshsim.machine;

import dev.meshsim.store.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A machine's store that hands every call on to another; the base of those that add something. */
public abstract class ForwardingMachineStore implements MachineStore {

  private final MachineStore store;

  /** Hands on to this store. */
  protected ForwardingMachineStore(MachineStore store) {
    this.store = Objects.requireNonNull(store);
  }

  /** The store that does the work. */
  protected final MachineStore store() {
    return store;
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
