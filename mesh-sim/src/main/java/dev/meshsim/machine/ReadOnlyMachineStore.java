package dev.meshsim.machine;

import dev.meshsim.store.StoreException;
import java.util.List;
import java.util.Objects;

/** A view of a machine's store that refuses every change; closing it closes the store. */
public final class ReadOnlyMachineStore extends ForwardingMachineStore {

  private final String place;
  private boolean closed;

  /**
   * Wraps a store.
   *
   * @param place its name in the refusal of a change
   */
  public ReadOnlyMachineStore(MachineStore store, String place) {
    super(store);
    this.place = Objects.requireNonNull(place);
  }

  @Override
  public void commit(List<MachineChange> changes) {
    throw refusal();
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
    super.close();
  }
}
