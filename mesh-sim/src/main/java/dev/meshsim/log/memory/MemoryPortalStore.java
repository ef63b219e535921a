package dev.meshsim.log.memory;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A portal's records in memory: as durable as the process. */
public final class MemoryPortalStore implements PortalStore {

  private final LogIndex index = new LogIndex();
  private final WorkMeter meter = new WorkMeter();
  private final ItemList items = new ItemList(meter);
  private final StoreEngine engine = new StoreEngine(index, items, meter);
  private final LazyTree tree = new LazyTree(items::durable, this::octets);
  private @Nullable SecretBytes keys;

  /** An empty store. */
  public MemoryPortalStore() {}

  @Override
  public <T> T transact(Work<T> work) {
    return engine.transact(work);
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return StoreScan.page(index, items, log, range, meter);
  }

  @Override
  public Optional<DataItem> record(LogName log, long number) {
    return StoreScan.record(index, items, log, number, meter);
  }

  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    return StoreScan.keysAfter(index, items, after, most);
  }

  @Override
  public Optional<Instant> lastWrite() {
    return StoreScan.lastWrite(index, items);
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public LogTree tree() {
    return tree;
  }

  private Bytes octets(int number) {
    LogName log = index.reading(() -> index.records().log(number));
    return LineWriter.record(log, items.read(number));
  }

  @Override
  public WorkCount counts() {
    return meter.count();
  }

  @Override
  public Optional<SecretBytes> keys() {
    synchronized (items) {
      return Optional.ofNullable(keys).map(SecretBytes::copy);
    }
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    synchronized (items) {
      if (!expected.equals(Optional.ofNullable(keys))) {
        return false;
      }
      if (keys != null) {
        keys.close();
      }
      keys = next.copy();
      return true;
    }
  }

  @Override
  public void close() {
    // Memory needs no closing.
  }

  /** The records themselves, in a list. */
  private static final class ItemList implements RecordStorage {

    private record Ready(List<Change> changes) implements Prepared {}

    private final WorkMeter meter;
    private final List<DataItem> items = new ArrayList<>();

    ItemList(WorkMeter meter) {
      this.meter = meter;
    }

    @Override
    public Prepared prepare(List<Change> changes) {
      return new Ready(Change.meshFirst(changes));
    }

    @Override
    public int append(Prepared prepared, LogIndex index) {
      List<Change> changes = prepared.changes();
      index.writing(
          () -> {
            for (int i = 0; i < changes.size(); i++) {
              boolean last = i == changes.size() - 1;
              boolean pending = !last || changes.get(i).marked();
              append(changes.get(i), index, pending, last && (pending || changes.size() > 1));
            }
          });
      return index.records().last();
    }

    private void append(Change change, LogIndex index, boolean pending, boolean commit) {
      int number =
          index.add(
              change.log(),
              change.action(),
              change.primaryKey(),
              change.keys(),
              change.added().toEpochMilli());
      int prior = index.records().prior(number);
      String priorId = prior == 0 ? null : DataItem.PREFIX + prior;
      synchronized (items) {
        items.add(DataItem.of(number, priorId, change).marked(pending, commit));
      }
    }

    @Override
    public DataItem read(int number) {
      meter.recordsRead.increment();
      synchronized (items) {
        return items.get(number - 1);
      }
    }

    @Override
    public void awaitDurable(int number) {
      // Memory has no other durability.
    }

    @Override
    public int durable() {
      synchronized (items) {
        return items.size();
      }
    }
  }
}
