package dev.meshsim.machine;

import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A view of a machine's store that refuses every change; closing it closes the store. */
public final class ReadOnlyMachineStore implements MachineStore {

  private final MachineStore store;
  private final String place;
  private boolean closed;

  /**
   * Wraps a store.
   *
   * @param place its name in the refusal of a change
   */
  public ReadOnlyMachineStore(MachineStore store, String place) {
    this.store = Objects.requireNonNull(store);
    this.place = Objects.requireNonNull(place);
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
    throw refusal();
  }

  @Override
  public List<Finding> check() {
    return store.check();
  }

  @Override
  public void eraseTest() {
    throw refusal();
  }

  private synchronized RuntimeException refusal() {
    return closed
        ? new IllegalStateException("this store was closed")
        : StoreException.readOnly(place);
  }

  @Override
  public synchronized void close() {
    closed = true;
    store.close();
  }
}
