package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.SqlStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A portal's records in a database; {@link PortalSnapshots} has its transactions. */
@API(status = API.Status.INTERNAL)
public final class SqlPortalStore implements PortalStore {

  public static final String CONTENT = "portal";

  private final SqlStore store;
  private final WorkMeter meter = new WorkMeter();
  private final PortalTree tree;
  private final OptimisticTransactions<PortalView> transactions;

  public SqlPortalStore(SqlStore store) {
    this.store = store;
    this.tree = new PortalTree(store);
    this.transactions = new OptimisticTransactions<>(new PortalSnapshots(store, meter));
  }

  /** A store on tables that may be of an earlier version. */
  static SqlPortalStore open(SqlStore store) {
    boolean opened = false;
    try {
      TreeRecords.complete(store);
      opened = true;
      return new SqlPortalStore(store);
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  @Override
  public <T> T transact(Work<T> work) {
    return transactions.transact(work);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    store.write(
        (session, head) -> {
          PortalWriter writer = new PortalWriter(session, meter);
          for (List<Change> changes : transactions) {
            writer.add(changes, head);
          }
          return true;
        });
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return store.read(
        (session, snapshot) -> {
          PortalRows rows = new PortalRows(session, meter);
          return PageFill.of(range, (from, limit) -> rows.scan(log, from, range, limit));
        });
  }

  @Override
  public Optional<DataItem> record(LogName log, long number) {
    return store.read(
        (session, snapshot) ->
            TreeRecords.after(session, number - 1, 1, meter).stream()
                .filter(found -> found.log() == log)
                .map(found -> found.row().item())
                .filter(item -> item.number() == number)
                .findFirst());
  }

  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    return store.read((session, snapshot) -> TreeRows.of(session).keysAfter(after, most));
  }

  @Override
  public Optional<Instant> lastWrite() {
    return store.read((session, snapshot) -> new PortalRows(session, meter).added(snapshot));
  }

  @Override
  public Optional<SecretBytes> keys() {
    return store.read((session, snapshot) -> OwnKeysRow.get(session));
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    return store.write(
        (session, head) -> {
          if (!OwnKeysRow.get(session).equals(expected)) {
            return false;
          }
          OwnKeysRow.put(session, next);
          head.unnumbered();
          return true;
        });
  }

  @Override
  public List<Finding> check() {
    return store.isClosed()
        ? List.of(new Finding(DatabaseException.Code.CLOSED, store.place(), "the store was closed"))
        : PortalCheck.of(store);
  }

  @Override
  public LogTree tree() {
    return tree;
  }

  @Override
  public WorkCount counts() {
    return meter.count(store.syncs());
  }

  @Override
  public boolean isShared() {
    return !store.dialect().soleWriter();
  }

  @Override
  public Optional<Bytes> shared(Supplier<Bytes> drawn) {
    if (!isShared()) {
      return Optional.empty();
    }
    AtomicReference<@Nullable Bytes> secret = new AtomicReference<>();
    store.write(
        (session, head) -> {
          secret.set(PortalSharing.secret(session, drawn));
          return true;
        });
    return Optional.ofNullable(secret.get());
  }

  @Override
  public void close() {
    store.close();
  }

  /** The tree in a portal's tables, as a reader of the store sees it. */
  private static final class PortalTree implements LogTree {

    private final SqlStore store;

    PortalTree(SqlStore store) {
      this.store = store;
    }

    @Override
    public long size() {
      return store.read((session, snapshot) -> snapshot);
    }

    /** Rows are never changed, so a reader need not wait for later ones to be durable. */
    @Override
    public List<Bytes> read(long[] indexes) {
      return store.readAhead((session, snapshot) -> TreeRows.of(session).read(indexes));
    }
  }
}
