package dev.meshsim.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A claim that is a lock of the operating system, so that it ends with the process. */
final class RealClaim implements FileClaim {

  private static final int HOLDER_OCTETS = 64;
  private static final String HERE = "this process, which has opened it already";

  // A cut leaves the first octets of what is written, and a power cut can leave zeros.
  private static final Pattern OURS =
      Pattern.compile("\\x00*|p(r(o(c(e(s(s( ([0-9]+\n?)?)?)?)?)?)?)?)?");

  // POSIX drops a process's locks of a file when it closes any channel to it, so a name that this
  // process has claimed must not even be opened again.
  private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path name;
  private @Nullable FileChannel channel;

  private RealClaim(Path path, Path name, FileChannel channel) {
    this.path = path;
    this.name = name;
    this.channel = channel;
  }

  static RealClaim of(Path path) {
    try {
      return HeldInterrupt.during(() -> claim(path));
    } catch (IOException e) {
      throw DiskErrors.of(path, "claim it", e);
    }
  }

  private static RealClaim claim(Path path) throws IOException {
    Path name = DurableFiles.directoryOf(path).toRealPath().resolve(path.getFileName());
    if (!CLAIMED_HERE.add(name)) {
      throw new FilesException.FileLocked(path, HERE);
    }
    boolean claimed = false;
    try {
      FileChannel locked = null;
      while (locked == null) {
        locked = lockedFile(path);
      }
      claimed = true;
      return new RealClaim(path, name, locked);
    } finally {
      if (!claimed) {
        CLAIMED_HERE.remove(name);
      }
    }
  }

  /** Refuses a claimed name; opens the file of a claim for reading only, and makes none. */
  static void requireNotHeld(Path path) {
    FileStatus status = DurableFiles.real().status(path);
    if (status.isAbsent()) {
      return;
    }
    status.require(FileStatus.Kind.FILE, path);
    try {
      Path name = DurableFiles.directoryOf(path).toRealPath().resolve(path.getFileName());
      if (CLAIMED_HERE.contains(name)) {
        throw new FilesException.FileLocked(path, HERE);
      }
      HeldInterrupt.during(() -> requireUnlocked(path));
    } catch (NoSuchFileException e) {
      // The claim ended meanwhile.
    } catch (OverlappingFileLockException e) {
      throw new FilesException.FileLocked(path, HERE);
    } catch (IOException e) {
      throw DiskErrors.of(path, "see who has claimed it", e);
    }
  }

  private static Path requireUnlocked(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      if (lock == null) {
        throw new FilesException.FileLocked(path, holder(channel));
      }
      requireOurs(path, channel);
      return path;
    }
  }

  /** Null if another claim ended and deleted the file before it was locked. */
  private static @Nullable FileChannel lockedFile(Path path) throws IOException {
    FileStatus status = DurableFiles.real().status(path);
    if (!status.isAbsent()) {
      status.require(FileStatus.Kind.FILE, path);
    }
    FileChannel channel = openOrCreate(path);
    boolean claimed = false;
    try {
      Object before = fileKey(path);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new FilesException.FileLocked(path, holder(channel));
      }
      if (before == null || !before.equals(fileKey(path))) {
        return null;
      }
      requireOurs(path, channel);
      String holder = "process " + ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      claimed = true;
      return channel;
    } finally {
      if (!claimed) {
        channel.close();
      }
    }
  }

  private static FileChannel openOrCreate(Path path) throws IOException {
    Set<OpenOption> options =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    return FileStatuses.hasModes(path)
        ? FileChannel.open(
            path,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(path, options);
  }

  /** Refuses a file that a claim did not write, whole or cut: it would be overwritten. */
  private static void requireOurs(Path path, FileChannel channel) throws IOException {
    if (channel.size() > HOLDER_OCTETS || !OURS.matcher(content(channel)).matches()) {
      throw FilesException.ForeignFile.unknown(path, "a lock that this program left");
    }
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer said = ByteBuffer.allocate(HOLDER_OCTETS);
    channel.read(said, 0);
    return new String(said.array(), 0, said.position(), StandardCharsets.UTF_8);
  }

  private static String holder(FileChannel channel) throws IOException {
    String name = content(channel).strip();
    return name.matches("process [0-9]+") ? name : "another process";
  }

  private static @Nullable Object fileKey(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Object key = attributes.fileKey();
      return key == null ? path : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    channel = null;
    try (open) {
      // The file is deleted while it is still locked: otherwise it could be another claim's by
      // then.
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw DiskErrors.of(path, "give up the claim", e);
    } finally {
      CLAIMED_HERE.remove(name);
    }
  }
}
