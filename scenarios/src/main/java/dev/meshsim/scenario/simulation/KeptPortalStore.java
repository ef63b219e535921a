package dev.meshsim.scenario.simulation;

import dev.meshsim.log.Change;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.PortalStore;
import java.util.List;

/**
 * A portal's store in memory that stands for a disk: closing it ends the portal's use of it, and
 * its records stay.
 */
final class KeptPortalStore extends ForwardingPortalStore {

  private boolean closed;

  KeptPortalStore(PortalStore store) {
    super(store);
  }

  @Override
  public <T> T transact(Work<T> work) {
    requireOpen();
    return super.transact(work);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    requireOpen();
    super.load(transactions);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this store was closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
