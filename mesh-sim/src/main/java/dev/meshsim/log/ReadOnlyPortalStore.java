package dev.meshsim.log;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A view of a portal's store that refuses every change; closing it closes the store. */
public final class ReadOnlyPortalStore implements PortalStore {

  private final PortalStore store;
  private final String place;

  /**
   * Wraps a store.
   *
   * @param place its name in the refusal of a change
   */
  public ReadOnlyPortalStore(PortalStore store, String place) {
    this.store = Objects.requireNonNull(store);
    this.place = Objects.requireNonNull(place);
  }

  @Override
  public <T> T transact(Work<T> work) {
    return store.transact(tx -> work.run(new ReadOnlyTransaction(tx, place)));
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return store.scan(log, range);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    throw StoreException.readOnly(place);
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
    throw StoreException.readOnly(place);
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
    store.close();
  }

  private record ReadOnlyTransaction(Transaction reads, String place) implements Transaction {

    @Override
    public Optional<DataItem> latest(LogName log, String primaryKey) {
      return reads.latest(log, primaryKey);
    }

    @Override
    public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
      return reads.versions(log, primaryKey, range);
    }

    @Override
    public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
      return reads.find(log, term, range);
    }

    @Override
    public void put(Change change) {
      throw StoreException.readOnly(place);
    }
  }
}
