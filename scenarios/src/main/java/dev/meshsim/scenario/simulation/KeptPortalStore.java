package dev.meshsim.scenario.simulation;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.store.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A portal's store in memory that stands for a disk: closing it ends the portal's use of it, and
 * its records stay.
 */
final class KeptPortalStore implements PortalStore {

  private final PortalStore store;
  private boolean closed;

  KeptPortalStore(PortalStore store) {
    this.store = store;
  }

  @Override
  public <T> T transact(Work<T> work) {
    if (closed) {
      throw new IllegalStateException("this store was closed");
    }
    return store.transact(work);
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return store.scan(log, range);
  }

  @Override
  public Optional<Instant> lastWrite() {
    return store.lastWrite();
  }

  @Override
  public Optional<SecretBytes> keys() {
    return store.keys();
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    return store.putKeys(expected, next);
  }

  @Override
  public List<Finding> check() {
    return store.check();
  }

  @Override
  public WorkCount counts() {
    return store.counts();
  }

  @Override
  public void close() {
    closed = true;
  }
}
