package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.store.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A portal's store that hands every call on to another; the base of those that add something. */
public abstract class ForwardingPortalStore implements PortalStore {

  private final PortalStore store;

  /** Hands on to this store. */
  protected ForwardingPortalStore(PortalStore store) {
    this.store = Objects.requireNonNull(store);
  }

  /** The store that does the work. */
  protected final PortalStore store() {
    return store;
  }

  @Override
  public <T> T transact(Work<T> work) {
    return store.transact(work);
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return store.scan(log, range);
  }

  @Override
  public Optional<DataItem> record(LogName log, long number) {
    return store.record(log, number);
  }

  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    return store.keysAfter(after, most);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    store.load(transactions);
  }

  @Override
  public Optional<Instant> lastWrite() {
    return store.lastWrite();
  }

  @Override
  public List<Finding> check() {
    return store.check();
  }

  @Override
  public LogTree tree() {
    return store.tree();
  }

  @Override
  public WorkCount counts() {
    return store.counts();
  }

  @Override
  public boolean isShared() {
    return store.isShared();
  }

  @Override
  public Optional<Bytes> shared(Supplier<Bytes> drawn) {
    return store.shared(drawn);
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
  public void close() {
    store.close();
  }

  /** A transaction that hands every call on to another. */
  public abstract static class Forwarding implements Transaction {

    private final Transaction transaction;

    /** Hands on to this transaction. */
    protected Forwarding(Transaction transaction) {
      this.transaction = Objects.requireNonNull(transaction);
    }

    @Override
    public Optional<DataItem> latest(LogName log, String primaryKey) {
      return transaction.latest(log, primaryKey);
    }

    @Override
    public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
      return transaction.versions(log, primaryKey, range);
    }

    @Override
    public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
      return transaction.find(log, term, range);
    }

    @Override
    public void put(Change change) {
      transaction.put(change);
    }

    @Override
    public boolean claim(String name, Instant time, Instant forgotten) {
      return transaction.claim(name, time, forgotten);
    }
  }
}
