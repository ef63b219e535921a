package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.transparency.tree.HashReader;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of a log's stored hashes, 32 octets each in the order of {@link StoredHashes}. It is
 * written in chunks of a fixed number of records, each forced before the next is written: a crash
 * leaves at most the last chunk unreliable. A log of fewer records has no such file.
 */
final class TreeFile implements HashReader, AutoCloseable {

  /** Added to the name of the portal log for the name of this file. */
  static final String SUFFIX = ".tree";

  /** The records of a chunk. */
  static final int CHUNK = 2048;

  private final DurableFiles files;
  private final Path path;
  private final int chunk;
  private DurableFile file;
  private long records;

  private TreeFile(DurableFiles files, Path path, int chunk, DurableFile file) {
    this.files = files;
    this.path = path;
    this.chunk = chunk;
    this.file = file;
    this.records = wholeChunks(file.size());
  }

  /** Opens the file if it exists; {@link #append} makes one that does not. */
  static TreeFile open(DurableFiles files, Path portalLog, int chunk) {
    Path path = path(portalLog);
    boolean absent = files.status(path).isAbsent();
    return new TreeFile(files, path, chunk, absent ? AbsentFile.INSTANCE : files.open(path));
  }

  /** Opens the file for reading only, if it exists. */
  static TreeFile openForReading(DurableFiles files, Path portalLog, int chunk) {
    Path path = path(portalLog);
    boolean absent = files.status(path).isAbsent();
    return new TreeFile(
        files, path, chunk, absent ? AbsentFile.INSTANCE : files.openForReading(path));
  }

  private static Path path(Path portalLog) {
    return portalLog.resolveSibling(portalLog.getFileName() + SUFFIX);
  }

  Path path() {
    return path;
  }

  int chunk() {
    return chunk;
  }

  /** The records whose hashes are in the file: a multiple of the chunk. */
  long records() {
    return records;
  }

  private long wholeChunks(long octets) {
    long hashes = octets / TreeHasher.OCTETS;
    // A tree of n leaves has less than 2n hashes, so this begins at or below the answer.
    long whole = hashes / 2 / chunk * chunk;
    while (StoredHashes.count(whole + chunk) <= hashes) {
      whole += chunk;
    }
    return whole;
  }

  /** Reads the file as one of fewer records; what is after them is overwritten later. */
  void limit(long most) {
    records = Math.min(records, most / chunk * chunk);
  }

  /** Appends the hashes of the next chunk, and forces them. */
  void append(List<Bytes> hashes) {
    boolean made = file == AbsentFile.INSTANCE;
    if (made) {
      file = files.create(path);
    }
    ByteBuffer octets = ByteBuffer.allocate(hashes.size() * TreeHasher.OCTETS);
    hashes.forEach(hash -> octets.put(hash.toArray()));
    long end = StoredHashes.count(records) * TreeHasher.OCTETS;
    if (file.size() > end) {
      // Hashes of records that a crash took, or of other records.
      file.truncate(end);
    }
    file.write(octets.flip(), end);
    file.force();
    if (made) {
      files.forceDirectory(DurableFiles.directoryOf(path));
    }
    records += chunk;
  }

  @Override
  public List<Bytes> read(long[] indexes) {
    List<Bytes> found = new ArrayList<>(indexes.length);
    byte[] hash = new byte[TreeHasher.OCTETS];
    for (long index : indexes) {
      if (file.read(ByteBuffer.wrap(hash), index * TreeHasher.OCTETS) < hash.length) {
        throw TransparencyException.noHash(index, file.size() / TreeHasher.OCTETS);
      }
      found.add(Bytes.of(hash));
    }
    return found;
  }

  @Override
  public void close() {
    file.close();
  }
}
