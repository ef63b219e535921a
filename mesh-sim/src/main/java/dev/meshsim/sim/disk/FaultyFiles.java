package dev.meshsim.sim.disk;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.files.FilesException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final DiskModel disk;
  private final DiskFaults faults;
  private final @Nullable DiskWatch watch;
  private final Set<Path> claims = new HashSet<>();
  private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
  private FaultMode mode;
  private int operations;
  private boolean fired;
  private boolean full;
  private boolean crashed;
  private String fault = "nothing";

  /**
   * The files of a process.
   *
   * @param mode how the process ends if no other fault happens
   * @param faults the faults that wait for its operations
   */
  private FaultyFiles(
      DiskModel disk, FaultMode mode, DiskFaults faults, @Nullable DiskWatch watch) {
    this.disk = disk;
    this.mode = mode;
    this.faults = faults;
    this.watch = watch;
  }

  /** A disk with the empty directory {@code root}, where nothing fails. */
  public static FaultyFiles sound(Path root) {
    return with(root, DiskFaults.none());
  }

  /** A disk with the empty directory {@code root}, with the faults that wait for it. */
  public static FaultyFiles with(Path root, DiskFaults faults) {
    return new FaultyFiles(DiskModel.with(root), FaultMode.STOP, faults, null);
  }

  /** A disk with the empty directory {@code root} that fails at operation {@code n}, from 0. */
  public static FaultyFiles failing(Path root, FaultMode mode, int n) {
    return new FaultyFiles(DiskModel.with(root), mode, DiskFaults.of(mode, n), null);
  }

  /**
   * A disk with the empty directory {@code root}, where the process ends before operation {@code
   * n}, seen by {@code watch}.
   */
  static FaultyFiles ending(Path root, int n, DiskWatch watch) {
    DiskFaults end = DiskFaults.of(FaultMode.STOP, n);
    return new FaultyFiles(DiskModel.with(root), FaultMode.STOP, end, watch);
  }

  /** The disk of a new process after the fault, or after a kill if there was none; fault-free. */
  public FaultyFiles restart() {
    return restart(DiskFaults.none());
  }

  /** As {@link #restart()}, with the faults that wait for the new process. */
  public FaultyFiles restart(DiskFaults next) {
    return new FaultyFiles(left(), FaultMode.STOP, next, null);
  }

  /** As {@link #restart()}, and operation {@code n} from then on fails in its turn. */
  public FaultyFiles restart(FaultMode next, int n) {
    return new FaultyFiles(left(), next, DiskFaults.of(next, n), null);
  }

  /** As {@link #restart()}, seen by {@code next}. */
  FaultyFiles restart(DiskWatch next) {
    return new FaultyFiles(left(), FaultMode.STOP, DiskFaults.none(), next);
  }

  /** The files on a disk that was left by a cut; fault-free. */
  static FaultyFiles on(DiskModel left) {
    return on(left, DiskFaults.none());
  }

  /** The files on a disk that was left, with the faults that wait for it. */
  static FaultyFiles on(DiskModel left, DiskFaults faults) {
    return new FaultyFiles(left, FaultMode.STOP, faults, null);
  }

  /** What tells the disk of a new process from others: equal for disks that behave alike. */
  Bytes digest() {
    return left().digest();
  }

  /** A copy of the disk as a new process finds it. */
  synchronized DiskModel left() {
    DiskModel left = disk.copy();
    mode.cut(left);
    return left;
  }

  /** The disk of a new process if the power fails now; fault-free. */
  public FaultyFiles afterPowerCut() {
    return afterPowerCut(DiskFaults.none());
  }

  /** As {@link #afterPowerCut()}, with the faults that wait for the new process. */
  public synchronized FaultyFiles afterPowerCut(DiskFaults next) {
    DiskModel left = disk.copy();
    left.losePower(false);
    return new FaultyFiles(left, FaultMode.STOP, next, null);
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

  /** True if the operation has to fail; throws if the process ends here. */
  private boolean fails(Operation operation, Path path, boolean grows) {
    if (crashed) {
      throw new SimulatedCrash(words(operation, path));
    }
    if (watch != null && operation != Operation.WRITE) {
      watch.before(operations, words(operation, path), disk);
    }
    counts.merge(operation, 1, Integer::sum);
    int n = operations++;
    boolean hit = full && grows;
    if (!full) {
      Optional<FaultMode> due = faults.take(grows);
      hit = due.isPresent();
      mode = due.orElse(mode);
      full = due.filter(FaultMode.DISK_FULL::equals).isPresent();
    }
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
    DiskNode node = disk.names().get(path);
    if (node == null) {
      return FileStatus.absent();
    }
    FileStatus.Kind kind = node.isDirectory() ? FileStatus.Kind.DIRECTORY : FileStatus.Kind.FILE;
    return new FileStatus(kind, node.seen().length, "", Set.of());
  }

  @Override
  public synchronized DurableFile create(Path file) {
    change(Operation.CREATE, file, true);
    requireDirectory(file);
    DiskNode node = new DiskNode(false);
    if (disk.names().putIfAbsent(file, node) != null) {
      throw FilesException.exists(file, null);
    }
    return new FaultyFile(this, file, node);
  }

  @Override
  public synchronized DurableFile open(Path file) {
    status(file).require(FileStatus.Kind.FILE, file);
    return new FaultyFile(this, file, Objects.requireNonNull(disk.names().get(file)));
  }

  @Override
  public DurableFile openForReading(Path file) {
    return open(file);
  }

  @Override
  public synchronized void move(Path from, Path to) {
    change(Operation.MOVE, from, false);
    DiskNode node = disk.names().remove(from);
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
    if (disk.names().putIfAbsent(directory, new DiskNode(true)) != null) {
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

  void requireRunning() {
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

  /** Writes octets to an open file, in part if the fault says so. */
  synchronized void write(Path path, DiskNode node, byte[] octets, int position) {
    if (watch != null && !crashed) {
      watch.beforeWrite(operations, words(Operation.WRITE, path), disk, node, octets, position);
    }
    boolean grows = position + octets.length > node.seen().length;
    boolean fails = fails(Operation.WRITE, path, grows);
    int length = fails ? mode.part(octets.length) : octets.length;
    if (length > 0) {
      node.write(octets, length, position);
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

  /** Cuts an open file. */
  synchronized void truncate(Path path, DiskNode node, int size) {
    change(Operation.TRUNCATE, path, false);
    node.truncate(size);
    disk.written(node);
  }

  /**
   * Forces an open file.
   *
   * @return the failure after which the file is lost; empty if it is on the disk
   */
  synchronized Optional<RuntimeException> force(Path path, DiskNode node) {
    if (fails(Operation.FORCE, path, false)) {
      node.failToForce();
      return Optional.of(failure(Operation.FORCE, path));
    }
    node.force();
    return Optional.empty();
  }
}
