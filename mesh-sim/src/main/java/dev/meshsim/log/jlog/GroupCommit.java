package dev.meshsim.log.jlog;

import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.OctetBuffer;
import dev.meshsim.log.PortalStoreException;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.log.memory.LogIndex;
import dev.meshsim.log.memory.RecordStorage;
import dev.meshsim.log.memory.RecordTable;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Group commit to two files. Lines are collected in a batch. The first thread that waits for the
 * batch becomes its leader: it writes and forces the batch for all, while the next batch is
 * collected. The others wait for the batch and not for the lock, which they would get one after
 * another. An interrupt does not end the wait: the change is in the batch already, and its caller
 * must learn whether it is durable. The wait is as long as the writes of two batches.
 */
final class GroupCommit implements RecordStorage {

  /** The line of a record in a file. */
  private record Place(LogName log, long offset, int length) {}

  private record Ready(List<Change> changes, List<LineWriter.Parts> parts) implements Prepared {}

  private final LogFile mesh;
  private final LogFile portal;
  private final LogIndex index;
  private final WorkMeter meter;
  private final TreeFile treeFile;
  private final Consumer<String> warnings;
  private final ReentrantLock lock = new ReentrantLock();
  private Batch gathering;
  private @Nullable Batch writing;
  private @Nullable Throwable failure;
  private volatile int durable;
  private @Nullable JlogTree tree;

  /**
   * Both files must be positioned after the last record in the index.
   *
   * @param treeFile the stored hashes of the tree, which the caller closes
   */
  GroupCommit(
      LogFile mesh,
      LogFile portal,
      LogIndex index,
      WorkMeter meter,
      TreeFile treeFile,
      Consumer<String> warnings) {
    this.mesh = mesh;
    this.portal = portal;
    this.index = index;
    this.meter = meter;
    this.durable = index.records().last();
    this.gathering = new Batch(mesh.size(), portal.size());
    this.treeFile = treeFile;
    this.warnings = warnings;
  }

  /** The tree, which is opened at its first use: opening the logs reads each octet once. */
  LogTree tree() {
    return openTree();
  }

  private JlogTree openTree() {
    synchronized (treeFile) {
      JlogTree opened = tree;
      if (opened == null) {
        opened = new JlogTree(treeFile, this::durable, durable, this::octets, true, warnings);
        tree = opened;
      }
      return opened;
    }
  }

  @Override
  public Prepared prepare(List<Change> changes) {
    List<Change> ordered = Change.meshFirst(changes);
    return new Ready(ordered, ordered.stream().map(LineWriter::parts).toList());
  }

  @Override
  public int append(Prepared prepared, LogIndex into) {
    List<LineWriter.Parts> parts = ((Ready) prepared).parts();
    lock.lock();
    try {
      requireWorking();
      boolean besidePortal = gathering.lines(LogName.PORTAL).size() > 0;
      into.writing(() -> append(parts, besidePortal));
      gathering.setLast(into.records().last());
      return gathering.last();
    } finally {
      lock.unlock();
    }
  }

  private void append(List<LineWriter.Parts> parts, boolean besidePortal) {
    RecordTable records = index.records();
    for (int i = 0; i < parts.size(); i++) {
      LineWriter.Parts line = parts.get(i);
      Change change = line.change();
      LogName log = change.log();
      int number =
          index.add(
              log,
              change.action(),
              change.primaryKey(),
              change.keys(),
              change.added().toEpochMilli());
      boolean last = i == parts.size() - 1;
      boolean pending = !last || change.marked() || (besidePortal && log == LogName.MESH);
      boolean commit = last && (pending || parts.size() > 1);
      OctetBuffer out = gathering.lines(log);
      int from = out.size();
      LineWriter.line(out, line, number, records.prior(number), pending, commit);
      records.place(number, gathering.from(log) + from, out.size() - from);
    }
  }

  @Override
  public void awaitDurable(int number) {
    while (number > durable) {
      Batch before;
      Batch batch;
      boolean leads;
      lock.lock();
      try {
        if (number <= durable) {
          return;
        }
        requireWorking();
        before = writing;
        batch = before != null && number <= before.last() ? before : gathering;
        leads = batch == gathering && batch.lead();
      } finally {
        lock.unlock();
      }
      if (leads) {
        makeDurable(batch, before);
      } else {
        batch.await();
      }
    }
  }

  /** Writes and forces a collected batch, after the one that is being written. */
  private void makeDurable(Batch batch, @Nullable Batch before) {
    try {
      if (before != null) {
        before.await();
      }
      begin(batch);
      hash(batch);
      write(mesh, batch);
      write(portal, batch);
      succeed(batch);
    } catch (RuntimeException | Error e) {
      // The batch stays readable, but none of its transactions is acknowledged.
      fail(e);
    } finally {
      batch.end();
    }
  }

  /** Grows the tree by the records of a batch, without the lock: the leader hashes for all. */
  private void hash(Batch batch) {
    JlogTree grown = openTree();
    int from = (int) grown.appended() + 1;
    List<Place> places =
        index.reading(
            () -> IntStream.rangeClosed(from, batch.last()).mapToObj(this::place).toList());
    for (Place at : places) {
      int start = (int) (at.offset() - batch.from(at.log()));
      grown.append(batch.lines(at.log()).leaf(grown.hasher(), start, at.length()));
    }
  }

  private void begin(Batch batch) {
    lock.lock();
    try {
      requireWorking();
      gathering = new Batch(batch.end(LogName.MESH), batch.end(LogName.PORTAL));
      writing = batch;
    } finally {
      lock.unlock();
    }
  }

  private void succeed(Batch batch) {
    lock.lock();
    try {
      durable = batch.last();
      writing = null;
    } finally {
      lock.unlock();
    }
  }

  private void fail(Throwable thrown) {
    lock.lock();
    try {
      if (failure == null) {
        failure = thrown;
      }
    } finally {
      lock.unlock();
    }
  }

  private static void write(LogFile file, Batch batch) {
    OctetBuffer lines = batch.lines(file.log());
    if (lines.size() > 0) {
      file.write(lines.asBuffer(), batch.from(file.log()));
      file.sync();
    }
  }

  private void requireWorking() {
    if (failure != null) {
      throw PortalStoreException.lost(failure);
    }
  }

  @Override
  public DataItem read(int number) {
    meter.recordsRead.increment();
    Place at = index.reading(() -> place(number));
    byte[] line = number <= durable ? null : unsynced(at.log(), at.offset(), at.length());
    LogFile file = at.log() == LogName.MESH ? mesh : portal;
    if (line == null) {
      line = file.read(at.offset(), at.length());
    }
    return RecordReader.read(line, number, file.path(), at.offset());
  }

  /** The octets of a durable record without the line feed. */
  private byte[] octets(int number) {
    Place at = index.reading(() -> place(number));
    return (at.log() == LogName.MESH ? mesh : portal).read(at.offset(), at.length() - 1);
  }

  private Place place(int number) {
    RecordTable records = index.records();
    return new Place(records.log(number), records.offset(number), records.length(number));
  }

  private byte @Nullable [] unsynced(LogName log, long offset, int length) {
    lock.lock();
    try {
      byte[] line = writing == null ? null : writing.line(log, offset, length);
      return line != null ? line : gathering.line(log, offset, length);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int durable() {
    return durable;
  }

  /** The end of the durable part of a log, in octets. */
  long durableEnd(LogName log) {
    lock.lock();
    try {
      return (writing == null ? gathering : writing).from(log);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all that was appended is durable, unless that has failed already. */
  void finish() {
    int last = index.reading(() -> index.records().last());
    lock.lock();
    boolean lost = failure != null;
    lock.unlock();
    if (!lost) {
      awaitDurable(last);
    }
  }
}
