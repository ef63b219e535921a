package dev.meshsim.sim.hostile;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.transparency.MapHead;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The store of a branch, whose readers are shown other records than the latest ones. */
final class BranchView extends ForwardingPortalStore {

  private final Shown shown;
  private final BooleanSupplier reading;
  private final long first;

  /**
   * A view of a branch that begins now.
   *
   * @param reading tells whether a reader asks
   */
  BranchView(PortalStore branch, Shown shown, BooleanSupplier reading) {
    super(branch);
    this.shown = shown;
    this.reading = reading;
    this.first = branch.tree().size();
  }

  @Override
  public <T> T transact(Work<T> work) {
    return super.transact(tx -> work.run(reading.getAsBoolean() ? new Reading(tx) : tx));
  }

  /** A record. A reader gets the other one that is shown under its number. */
  @Override
  public Optional<DataItem> record(LogName log, long number) {
    Optional<DataItem> record = super.record(log, number);
    return shown == Shown.UNDER_LATEST_NUMBER && log == LogName.MESH && reading.getAsBoolean()
        ? record.map(item -> store().transact(tx -> underNumber(tx, item)))
        : record;
  }

  /** The version before a record, under its number, if it is the latest and not covered yet. */
  private static DataItem underNumber(Transaction tx, DataItem latest) {
    long covered = tx.latest(LogName.PORTAL, MapHead.KEY).map(DataItem::number).orElse(0L);
    List<DataItem> all = allOf(tx, latest.primaryKey());
    if (latest.number() <= covered
        || all.size() < 2
        || all.get(all.size() - 1).number() != latest.number()) {
      return latest;
    }
    DataItem before = all.get(all.size() - 2);
    return before.live() && latest.live()
        ? new DataItem(
            latest.transactionId(),
            latest.primaryKey(),
            latest.priorTransactionId(),
            latest.action(),
            latest.added(),
            before.keys(),
            before.text(),
            latest.pending(),
            latest.commit(),
            latest.rollback())
        : latest;
  }

  /**
   * The keys of records. One that the map must not name has the key of the map's own head, which no
   * map names.
   */
  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    List<RecordKey> keys = super.keysAfter(after, most);
    return shown == Shown.FIRST ? keys.stream().map(this::unnamed).toList() : keys;
  }

  /** A record without its key, if it replaces one of the branch's beginning. */
  private RecordKey unnamed(RecordKey key) {
    boolean replaces =
        key.number() > first
            && key.log() == LogName.MESH
            && store().transact(tx -> firstOf(tx, key.primaryKey())).isPresent();
    return replaces ? new RecordKey(key.number(), LogName.PORTAL, MapHead.KEY) : key;
  }

  /** The latest version of the branch's beginning. */
  private Optional<DataItem> firstOf(Transaction tx, String primaryKey) {
    return allOf(tx, primaryKey).stream()
        .filter(item -> item.number() <= first)
        .reduce((earlier, later) -> later);
  }

  private static List<DataItem> allOf(Transaction tx, String primaryKey) {
    return tx.versions(LogName.MESH, primaryKey, PageRequest.all()).items();
  }

  /** A transaction for a reader. */
  private final class Reading extends Forwarding {

    Reading(Transaction truth) {
      super(truth);
    }

    @Override
    public Optional<DataItem> latest(LogName log, String primaryKey) {
      Optional<DataItem> latest = super.latest(log, primaryKey);
      if (latest.isEmpty() || MapHead.is(log, primaryKey)) {
        return latest;
      }
      if (shown == Shown.NOTHING) {
        return Optional.empty();
      }
      if (log != LogName.MESH) {
        return latest;
      }
      return shown == Shown.UNDER_LATEST_NUMBER
          ? latest.map(item -> underNumber(this, item))
          : other(primaryKey).or(() -> latest);
    }

    private Optional<DataItem> other(String primaryKey) {
      if (shown == Shown.FIRST) {
        return firstOf(this, primaryKey);
      }
      List<DataItem> all = allOf(this, primaryKey);
      return all.size() < 2 ? Optional.empty() : Optional.of(all.get(all.size() - 2));
    }
  }
}
