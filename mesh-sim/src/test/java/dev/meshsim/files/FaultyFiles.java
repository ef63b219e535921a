package dev.meshsim.files;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files on a simulated disk that fails at one operation. Counts every operation that changes
 * something. The disk is in memory, so that thousands of crashes take seconds; what a new process
 * finds on it is had from {@link #restart()}.
 */
public final class FaultyFiles implements DurableFiles {

  /** The counted operations. */
  public enum Operation {
    CREATE,
    WRITE,
    FORCE,
    TRUNCATE,
    MOVE,
    DELETE,
    CREATE_DIRECTORY,
    FORCE_DIRECTORY
  }

  private static final int NEVER = -1;

  private final DiskModel disk;
  private final FaultMode mode;
  private final int faultAt;
  private final @Nullable Cuts cuts;
  private final Set<Path> claims = new HashSet<>();
  private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
  private int operations;
  private boolean fired;
  private boolean crashed;
  private String fault = "nothing";

  private FaultyFiles(DiskModel disk, FaultMode mode, int faultAt) {
    this(disk, mode, faultAt, null);
  }

  private FaultyFiles(DiskModel disk, FaultMode mode, int faultAt, @Nullable Cuts cuts) {
    this.disk = disk;
    this.mode = mode;
    this.faultAt = faultAt;
    this.cuts = cuts;
  }

  /** A disk with the empty directory {@code root}, where nothing fails. */
  public static FaultyFiles sound(Path root) {
    return new FaultyFiles(DiskModel.with(root), FaultMode.STOP, NEVER);
  }

  /** A disk with the empty directory {@code root} that fails at operation {@code n}, from 0. */
  public static FaultyFiles failing(Path root, FaultMode mode, int n) {
    return new FaultyFiles(DiskModel.with(root), mode, n);
  }

  /**
   * A disk with the empty directory {@code root}, where the process ends before operation {@code n}
   * of which all cuts are kept.
   */
  static FaultyFiles ending(Path root, int n, Cuts kept) {
    return new FaultyFiles(DiskModel.with(root), FaultMode.STOP, n, kept);
  }

  /** The disk of a new process after the fault, or after a kill if there was none; fault-free. */
  public FaultyFiles restart() {
    return restart(FaultMode.STOP, NEVER);
  }

  /** As {@link #restart()}, and operation {@code n} from then on fails in its turn. */
  public FaultyFiles restart(FaultMode next, int n) {
    return new FaultyFiles(left(), next, n);
  }

  /** As {@link #restart()}, and keeps what every cut from then on would leave. */
  FaultyFiles restart(Cuts kept) {
    return new FaultyFiles(left(), FaultMode.STOP, NEVER, kept);
  }

  /** The files on a disk that was left by a cut; fault-free. */
  static FaultyFiles on(DiskModel left) {
    return new FaultyFiles(left, FaultMode.STOP, NEVER);
  }

  /** What tells the disk of a new process from others: equal for disks that behave alike. */
  Bytes digest() {
    return left().digest();
  }

  private synchronized DiskModel left() {
    DiskModel left = disk.copy();
    mode.cut(left);
    return left;
  }

  /** The disk of a new process if the power fails now; fault-free. */
  public synchronized FaultyFiles afterPowerCut() {
    DiskModel left = disk.copy();
    left.losePower(false);
    return new FaultyFiles(left, FaultMode.STOP, NEVER);
  }

  /** True if the fault has happened. */
  public synchronized boolean fired() {
    return fired;
  }

  /** True if the simulated process has ended. */
  public synchronized boolean crashed() {
    return crashed;
  }

  /** The operation that the fault hit, in words. */
  public synchronized String fault() {
    return fault;
  }

  /** How often an operation was asked for. */
  public synchronized int count(Operation operation) {
    return counts.getOrDefault(operation, 0);
  }

  /** How many operations that change something were asked for. */
  public synchronized int operations() {
    return operations;
  }

  private boolean keepsCuts() {
    return cuts != null && !crashed && (faultAt == NEVER || operations == faultAt);
  }

  /** True if the operation has to fail; throws if the process ends here. */
  private boolean fails(Operation operation, Path path, boolean grows) {
    if (crashed) {
      throw new SimulatedCrash(words(operation, path));
    }
    if (keepsCuts() && operation != Operation.WRITE) {
      cuts.before(words(operation, path), disk);
    }
    counts.merge(operation, 1, Integer::sum);
    int n = operations++;
    boolean hit =
        mode == FaultMode.DISK_FULL ? faultAt != NEVER && n >= faultAt && grows : n == faultAt;
    if (hit && !fired) {
      fired = true;
      fault = words(operation, path) + " (operation " + n + ")";
    }
    if (hit && mode.endsProcess() && !(operation == Operation.WRITE && mode.tears())) {
      crashed = true;
      throw new SimulatedCrash(words(operation, path));
    }
    return hit;
  }

  private RuntimeException failure(Operation operation, Path path) {
    if (mode == FaultMode.DISK_FULL) {
      return FilesException.diskFull(path, null);
    }
    return FilesException.io(path, words(operation, path) + " (simulated)", null);
  }

  private void change(Operation operation, Path path, boolean grows) {
    if (fails(operation, path, grows)) {
      throw failure(operation, path);
    }
  }

  private static String words(Operation operation, Path path) {
    return operation + " " + path.getFileName();
  }

  @Override
  public synchronized FileStatus status(Path path) {
    requireRunning();
    DiskModel.Node node = disk.names().get(path);
    if (node == null) {
      return FileStatus.absent();
    }
    FileStatus.Kind kind = node.directory ? FileStatus.Kind.DIRECTORY : FileStatus.Kind.FILE;
    return new FileStatus(kind, node.seen().length, "", Set.of());
  }

  @Override
  public synchronized DurableFile create(Path file) {
    change(Operation.CREATE, file, true);
    requireDirectory(file);
    DiskModel.Node node = new DiskModel.Node(false);
    if (disk.names().putIfAbsent(file, node) != null) {
      throw FilesException.exists(file, null);
    }
    return new OpenFile(file, node);
  }

  @Override
  public synchronized DurableFile open(Path file) {
    status(file).require(FileStatus.Kind.FILE, file);
    return new OpenFile(file, disk.names().get(file));
  }

  @Override
  public DurableFile openForReading(Path file) {
    return open(file);
  }

  @Override
  public synchronized void move(Path from, Path to) {
    change(Operation.MOVE, from, false);
    DiskModel.Node node = disk.names().remove(from);
    if (node == null) {
      throw FilesException.missing(from, null);
    }
    disk.names().put(to, node);
  }

  @Override
  public synchronized void delete(Path path) {
    change(Operation.DELETE, path, false);
    if (disk.names().keySet().stream().anyMatch(name -> path.equals(name.getParent()))) {
      throw FilesException.io(path, "delete it, it is not empty", null);
    }
    if (disk.names().remove(path) == null) {
      throw FilesException.missing(path, null);
    }
  }

  @Override
  public synchronized void createDirectory(Path directory) {
    change(Operation.CREATE_DIRECTORY, directory, true);
    requireDirectory(directory);
    if (disk.names().putIfAbsent(directory, new DiskModel.Node(true)) != null) {
      throw FilesException.exists(directory, null);
    }
  }

  @Override
  public synchronized List<Path> list(Path directory) {
    status(directory).require(FileStatus.Kind.DIRECTORY, directory);
    return disk.names().keySet().stream().filter(n -> directory.equals(n.getParent())).toList();
  }

  @Override
  public synchronized void forceDirectory(Path directory) {
    change(Operation.FORCE_DIRECTORY, directory, false);
    disk.forceNames(directory);
  }

  @Override
  public synchronized FileClaim claim(Path file) {
    requireRunning();
    if (!claims.add(file)) {
      throw new FilesException.FileLocked(file, "this process, which has opened it already");
    }
    return () -> release(file);
  }

  @Override
  public synchronized void requireNotHeld(Path file) {
    requireRunning();
    if (claims.contains(file)) {
      throw new FilesException.FileLocked(file, "this process, which has opened it already");
    }
  }

  private synchronized void release(Path file) {
    claims.remove(file);
  }

  private void requireRunning() {
    if (crashed) {
      throw new SimulatedCrash("look");
    }
  }

  private void requireDirectory(Path name) {
    Path parent = name.getParent();
    if (parent == null) {
      throw FilesException.missing(name, null);
    }
    status(parent).require(FileStatus.Kind.DIRECTORY, parent);
  }

  /** One open file; every operation goes through the lock of the disk. */
  private final class OpenFile implements DurableFile {

    private final Path path;
    private final DiskModel.Node node;
    private boolean lost;
    private boolean closed;

    OpenFile(Path path, DiskModel.@Nullable Node node) {
      this.path = path;
      this.node = java.util.Objects.requireNonNull(node);
    }

    @Override
    public long size() {
      synchronized (FaultyFiles.this) {
        requireOpen();
        return node.seen().length;
      }
    }

    @Override
    public int read(ByteBuffer target, long position) {
      synchronized (FaultyFiles.this) {
        requireOpen();
        byte[] seen = node.seen();
        int length = (int) Math.max(0, Math.min(target.remaining(), seen.length - position));
        if (length > 0) {
          target.put(seen, (int) position, length);
        }
        return length;
      }
    }

    @Override
    public void write(ByteBuffer source, long position) {
      synchronized (FaultyFiles.this) {
        requireKnown();
        byte[] octets = new byte[source.remaining()];
        source.get(octets);
        boolean grows = position + octets.length > node.seen().length;
        if (keepsCuts()) {
          cuts.beforeWrite(words(Operation.WRITE, path), disk, node, octets, (int) position);
        }
        boolean fails = fails(Operation.WRITE, path, grows);
        int length = fails ? mode.part(octets.length) : octets.length;
        if (length > 0) {
          node.write(octets, length, Math.toIntExact(position));
          disk.written(node);
        }
        if (fails && mode.endsProcess()) {
          crashed = true;
          throw new SimulatedCrash(words(Operation.WRITE, path));
        }
        if (fails) {
          throw failure(Operation.WRITE, path);
        }
      }
    }

    @Override
    public void truncate(long size) {
      synchronized (FaultyFiles.this) {
        requireKnown();
        change(Operation.TRUNCATE, path, false);
        node.truncate(Math.toIntExact(size));
        disk.written(node);
      }
    }

    @Override
    public void force() {
      synchronized (FaultyFiles.this) {
        requireKnown();
        if (fails(Operation.FORCE, path, false)) {
          node.failToForce();
          lost = true;
          throw failure(Operation.FORCE, path);
        }
        node.force();
      }
    }

    @Override
    public void close() {
      closed = true;
    }

    private void requireOpen() {
      requireRunning();
      if (closed) {
        throw FilesException.io(path, "use it, it is closed", null);
      }
    }

    private void requireKnown() {
      requireOpen();
      if (lost) {
        throw FilesException.lost(path, null);
      }
    }
  }
}
