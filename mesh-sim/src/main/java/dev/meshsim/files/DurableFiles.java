package dev.meshsim.files;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The operations on files and directories that stores use. Each one can fail by itself.
 * Thread-safe.
 *
 * <p>A symbolic link is never followed. Anything but a regular file or directory of the user's own
 * is refused. A new, renamed or deleted name survives a crash only after {@link #forceDirectory}.
 * All methods throw a {@link FilesException} that names the file.
 */
public interface DurableFiles {

  /** The ending of the name of a new file until it replaces the old one. */
  String UNFINISHED = ".unfinished";

  /** The operating system's files. */
  static DurableFiles real() {
    return RealFiles.INSTANCE;
  }

  /** The status of a name. */
  FileStatus status(Path path);

  /**
   * Makes a new file, mode 0600, and opens it for reading and writing.
   *
   * @throws FilesException {@code files.exists} if the name is taken, be it by a dangling symbolic
   *     link
   */
  DurableFile create(Path file);

  /** Opens an existing regular file for reading and writing. */
  DurableFile open(Path file);

  /** Opens an existing regular file for reading only. */
  DurableFile openForReading(Path file);

  /** Renames a file within its directory, atomically; replaces a file of the new name. */
  void move(Path from, Path to);

  /** Deletes a file or an empty directory. */
  void delete(Path path);

  /** Makes a directory, mode 0700, in one that exists. */
  void createDirectory(Path directory);

  /** The names in a directory, sorted. */
  List<Path> list(Path directory);

  /** Returns when the names in a directory are on the disk. */
  void forceDirectory(Path directory);

  /**
   * Claims a name for this process until the claim is closed or the process ends. A claim is a file
   * of its own, which holds the process's number for a person to read and is deleted with the
   * claim.
   *
   * @throws FilesException.FileLocked if it is claimed, by another process or in this one
   */
  FileClaim claim(Path file);

  /**
   * Refuses a name that is claimed. A file that a claim left behind, for example when its process
   * was killed, is deleted.
   *
   * @throws FilesException.FileLocked if it is claimed, by another process or in this one
   */
  default void requireUnclaimed(Path file) {
    if (!status(file).isAbsent()) {
      claim(file).close();
    }
  }

  /**
   * Refuses a name that is claimed. Only reads, so a file that a claim left behind stays.
   *
   * @throws FilesException.FileLocked if it is claimed, by another process or in this one
   */
  void requireNotHeld(Path file);

  /**
   * Reads a whole file.
   *
   * @param limit the most octets it may have
   * @throws FilesException {@code files.too-large} if it has more
   */
  default byte[] read(Path file, int limit) {
    try (DurableFile open = openForReading(file)) {
      long size = open.size();
      if (size > limit) {
        throw FilesException.tooLarge(file, size, limit);
      }
      byte[] octets = new byte[(int) size];
      int done = open.read(ByteBuffer.wrap(octets), 0);
      if (done < octets.length) {
        throw FilesException.io(file, "read it whole, it shrank meanwhile", null);
      }
      return octets;
    }
  }

  /**
   * Durably makes {@code octets} the content of {@code file}; see {@link #replace(Path, byte[])}.
   */
  default void replace(Path file, Bytes octets) {
    replace(file, octets.toArray());
  }

  /**
   * Durably makes {@code octets} the content of {@code file}, which may exist. When this returns
   * the new content is on the disk; until then a crash leaves the old or the new, never a mixture:
   * a new file beside it, mode 0600, is written, forced and moved over the old, then the directory
   * is forced.
   */
  default void replace(Path file, byte[] octets) {
    FileStatus old = status(file);
    if (!old.isAbsent()) {
      old.require(FileStatus.Kind.FILE, file);
    }
    Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
    FileStatus left = status(fresh);
    if (!left.isAbsent()) {
      left.require(FileStatus.Kind.FILE, fresh);
      delete(fresh);
    }
    try (DurableFile open = create(fresh)) {
      open.write(ByteBuffer.wrap(octets), 0);
      open.force();
    }
    move(fresh, file);
    forceDirectory(directoryOf(file));
  }

  /** The directory of a name. */
  static Path directoryOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }
}
