package dev.meshsim.log.jlog;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
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
import dev.meshsim.log.memory.StoreEngine;
import dev.meshsim.log.memory.StoreScan;
import dev.meshsim.store.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The portal store in two {@code .jlog} files: one JSON object per line, a header and then records,
 * append-only. Memory holds an index, some 100 octets for each key and 32 for each record, and no
 * text.
 *
 * <p>A commit costs one write and one force; concurrent commits share both ({@link GroupCommit}). A
 * transaction over both logs forces each of them; {@link LogMerge} undoes a crash between the two.
 */
public final class JlogPortalStore implements PortalStore {

  /** Added to the name of a log for the name of the file that claims it. */
  static final String CLAIM = ".lock";

  private final WorkMeter meter;
  private final LogIndex index;
  private final LogFile mesh;
  private final LogFile portal;
  private final GroupCommit keeper;
  private final StoreEngine engine;
  private final DurableFiles files;
  private final KeysFile keys;
  private final Deque<AutoCloseable> held;
  private volatile boolean closed;

  private JlogPortalStore(
      LogIndex index,
      LogFile mesh,
      LogFile portal,
      WorkMeter meter,
      DurableFiles files,
      TreeFile treeFile,
      Consumer<String> warnings,
      Deque<AutoCloseable> held) {
    this.meter = meter;
    this.index = index;
    this.mesh = mesh;
    this.portal = portal;
    this.files = files;
    this.keys = new KeysFile(files, portal.path());
    this.held = held;
    this.keeper = new GroupCommit(mesh, portal, index, meter, treeFile, warnings);
    this.engine = new StoreEngine(index, keeper, meter);
  }

  /**
   * Opens two logs, making those that are absent, and claims them for this process. The end of a
   * log that was cut short by a crash is removed, with a warning that names the file, the octet and
   * how many octets.
   *
   * @param warnings gets a line for each thing a person should know
   * @throws JlogException.Damaged if a log is broken before its end
   * @throws JlogException {@code store.jlog.header} if a file is not a log
   * @throws JlogException {@code store.jlog.swapped} if a file is the other log
   * @throws JlogException {@code store.jlog.mismatch} if the logs do not belong together
   * @throws dev.meshsim.files.FilesException.FileLocked if another store has them open
   * @throws dev.meshsim.files.FilesException if the disk fails
   */
  public static JlogPortalStore open(
      Path meshLog, Path portalLog, DurableFiles files, Consumer<String> warnings) {
    Deque<AutoCloseable> held = new ArrayDeque<>();
    boolean opened = false;
    try {
      WorkMeter meter = new WorkMeter();
      // Nothing is made or changed before both logs were read and found to belong together.
      held.push(claim(meshLog, files));
      held.push(claim(portalLog, files));
      LogFile mesh = LogFile.open(LogName.MESH, meshLog, files, meter);
      held.push(mesh);
      LogFile portal = LogFile.open(LogName.PORTAL, portalLog, files, meter);
      held.push(portal);
      LogIndex index = LogLoader.load(mesh, portal, warnings);
      TreeFile tree = TreeFile.open(files, portalLog, TreeFile.CHUNK);
      held.push(tree);
      JlogPortalStore store =
          new JlogPortalStore(index, mesh, portal, meter, files, tree, warnings, held);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        release(held);
      }
    }
  }

  private static FileClaim claim(Path log, DurableFiles files) {
    Path directory = DurableFiles.directoryOf(log);
    files.status(directory).require(FileStatus.Kind.DIRECTORY, directory);
    return files.claim(log.resolveSibling(log.getFileName() + CLAIM));
  }

  /**
   * Reads two logs, open or not, and reports all that is wrong with them.
   *
   * @return nothing if {@link #open} would succeed without a warning
   */
  public static List<Finding> check(Path meshLog, Path portalLog, DurableFiles files) {
    return LogCheck.of(files, meshLog, Long.MAX_VALUE, portalLog, Long.MAX_VALUE);
  }

  @Override
  public <T> T transact(Work<T> work) {
    requireOpen();
    return engine.transact(work);
  }

  @Override
  public void load(List<List<Change>> transactions) {
    requireOpen();
    engine.load(transactions);
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    requireOpen();
    return StoreScan.page(index, keeper, log, range, meter);
  }

  @Override
  public Optional<DataItem> record(LogName log, long number) {
    requireOpen();
    return StoreScan.record(index, keeper, log, number, meter);
  }

  @Override
  public List<RecordKey> keysAfter(long after, int most) {
    requireOpen();
    return StoreScan.keysAfter(index, keeper, after, most);
  }

  @Override
  public Optional<Instant> lastWrite() {
    requireOpen();
    return StoreScan.lastWrite(index, keeper);
  }

  @Override
  public Optional<SecretBytes> keys() {
    requireOpen();
    return keys.read();
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    requireOpen();
    return keys.put(expected, next);
  }

  @Override
  public List<Finding> check() {
    long meshEnd = keeper.durableEnd(LogName.MESH);
    long portalEnd = keeper.durableEnd(LogName.PORTAL);
    return LogCheck.of(files, mesh.path(), meshEnd, portal.path(), portalEnd);
  }

  @Override
  public LogTree tree() {
    requireOpen();
    return keeper.tree();
  }

  @Override
  public WorkCount counts() {
    return meter.count();
  }

  @Override
  public void close() {
    synchronized (held) {
      if (closed) {
        return;
      }
      closed = true;
      try {
        keeper.finish();
      } finally {
        release(held);
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this store is closed");
    }
  }

  /** Closes everything, the last opened first; goes on after a failure. */
  static void release(Deque<AutoCloseable> held) {
    RuntimeException failure = null;
    while (!held.isEmpty()) {
      try {
        held.pop().close();
      } catch (RuntimeException e) {
        failure = e;
      } catch (Exception e) {
        throw new IllegalStateException("nothing here throws " + e, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
