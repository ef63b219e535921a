package dev.meshsim.log.jlog;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.log.memory.LogIndex;
import dev.meshsim.log.memory.RecordStorage;
import dev.meshsim.log.memory.RecordTable;
import dev.meshsim.log.memory.StoreEngine;
import dev.meshsim.log.memory.StoreScan;
import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two logs opened for reading only; the part that {@link JlogPortalStore} would cut is unread. */
final class JlogReader implements PortalStore {

  private final WorkMeter meter;
  private final LogIndex index;
  private final LogFile mesh;
  private final LogFile portal;
  private final DurableFiles files;
  private final Deque<AutoCloseable> held;
  private final Records records = new Records();
  private final StoreEngine engine;
  private final Consumer<String> warnings;
  private volatile @Nullable JlogTree tree;
  private volatile boolean closed;

  private JlogReader(
      LogIndex index,
      LogFile mesh,
      LogFile portal,
      WorkMeter meter,
      DurableFiles files,
      Consumer<String> warnings,
      Deque<AutoCloseable> held) {
    this.index = index;
    this.mesh = mesh;
    this.portal = portal;
    this.meter = meter;
    this.files = files;
    this.held = held;
    this.warnings = warnings;
    this.engine = new StoreEngine(index, records, meter);
  }

  /**
   * Opens two logs; one that is absent is read as empty.
   *
   * @param warnings gets a line for each repair that is due
   * @throws JlogException as {@link JlogPortalStore#open} does
   */
  static JlogReader open(
      Path meshLog, Path portalLog, DurableFiles files, Consumer<String> warnings) {
    Deque<AutoCloseable> held = new ArrayDeque<>();
    boolean opened = false;
    try {
      WorkMeter meter = new WorkMeter();
      LogFile mesh = LogFile.openForReading(LogName.MESH, meshLog, files, meter);
      held.push(mesh);
      LogFile portal = LogFile.openForReading(LogName.PORTAL, portalLog, files, meter);
      held.push(portal);
      LogIndex index = LogLoader.loadForReading(mesh, portal, warnings);
      JlogReader reader = new JlogReader(index, mesh, portal, meter, files, warnings, held);
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        JlogPortalStore.release(held);
      }
    }
  }

  @Override
  public <T> T transact(Work<T> work) {
    requireOpen();
    return engine.transact(work);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    throw refusal();
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    requireOpen();
    return StoreScan.page(index, records, log, range, meter);
  }

  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    requireOpen();
    return StoreScan.keysAfter(index, records, after, most);
  }

  @Override
  public Optional<Instant> lastWrite() {
    requireOpen();
    return StoreScan.lastWrite(index, records);
  }

  @Override
  public Optional<SecretBytes> keys() {
    requireOpen();
    return new KeysFile(files, portal.path()).read();
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    throw refusal();
  }

  @Override
  public List<Finding> check() {
    return JlogPortalStore.check(mesh.path(), portal.path(), files);
  }

  /** The tree is opened when it is first asked for: most readers do not. */
  @Override
  public LogTree tree() {
    requireOpen();
    synchronized (held) {
      JlogTree opened = tree;
      if (opened == null) {
        TreeFile file = TreeFile.openForReading(files, portal.path(), TreeFile.CHUNK);
        held.push(file);
        int last = records.durable();
        opened = new JlogTree(file, records::durable, last, records::octets, false, warnings);
        tree = opened;
      }
      return opened;
    }
  }

  @Override
  public WorkCount counts() {
    return meter.count();
  }

  @Override
  public void close() {
    synchronized (held) {
      closed = true;
      JlogPortalStore.release(held);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this store is closed");
    }
  }

  private StoreException refusal() {
    return StoreException.readOnly(mesh.path() + " and " + portal.path());
  }

  /** The records as the index finds them in the files. */
  private final class Records implements RecordStorage {

    @Override
    public Prepared prepare(List<Change> changes) {
      throw refusal();
    }

    @Override
    public int append(Prepared changes, LogIndex into) {
      throw refusal();
    }

    @Override
    public DataItem read(int number) {
      meter.recordsRead.increment();
      RecordTable table = index.records();
      LogFile file = table.log(number) == LogName.MESH ? mesh : portal;
      long offset = table.offset(number);
      return RecordReader.read(
          file.read(offset, table.length(number)), number, file.path(), offset);
    }

    /** The octets of a record without the line feed. */
    byte[] octets(int number) {
      RecordTable table = index.records();
      LogFile file = table.log(number) == LogName.MESH ? mesh : portal;
      return file.read(table.offset(number), table.length(number) - 1);
    }

    @Override
    public void awaitDurable(int number) {
      // Nothing is pending.
    }

    @Override
    public int durable() {
      return index.records().last();
    }
  }
}
