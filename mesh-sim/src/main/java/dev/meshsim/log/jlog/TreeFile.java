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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /** Hashes so near each other are read at once: those of the lowest levels of a path. */
  private static final int SPAN = 256;

  /** The lowest level whose hashes are kept in memory, if there are no more than 2^14 above it. */
  private static final int LEAST_KEPT = 7;

  private static final int KEPT_BITS = 13;

  private final Map<Long, Bytes> upper = new ConcurrentHashMap<>();
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
    upper.clear();
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
    if (upper.size() > 1 << (KEPT_BITS + 2)) {
      // The log has grown: fewer levels are kept.
      upper.clear();
    }
    file.write(octets.flip(), end);
    file.force();
    if (made) {
      files.forceDirectory(DurableFiles.directoryOf(path));
    }
    records += chunk;
  }

  /** As {@link HashReader#read}; hashes that are near each other in the file are read at once. */
  @Override
  public List<Bytes> read(long[] indexes) {
    Bytes[] found = new Bytes[indexes.length];
    long[] missing = new long[indexes.length];
    int count = 0;
    for (int i = 0; i < indexes.length; i++) {
      found[i] = upper.get(indexes[i]);
      if (found[i] == null) {
        missing[count++] = indexes[i];
      }
    }
    Arrays.sort(missing, 0, count);
    Map<Long, Bytes> read = new HashMap<>();
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && missing[to] - missing[from] < SPAN) {
        to++;
      }
      readRun(missing, from, to, read);
      from = to;
    }
    for (int i = 0; i < indexes.length; i++) {
      if (found[i] == null) {
        found[i] = read.get(indexes[i]);
      }
    }
    return List.of(found);
  }

  /** Reads the hashes from one position to another, and keeps those that many proofs need. */
  private void readRun(long[] indexes, int from, int to, Map<Long, Bytes> read) {
    long first = indexes[from];
    int hashes = (int) (indexes[to - 1] - first) + 1;
    byte[] octets = new byte[hashes * TreeHasher.OCTETS];
    if (file.read(ByteBuffer.wrap(octets), first * TreeHasher.OCTETS) < octets.length) {
      throw TransparencyException.noHash(indexes[to - 1], file.size() / TreeHasher.OCTETS);
    }
    int kept = Math.max(LEAST_KEPT, Long.SIZE - Long.numberOfLeadingZeros(records) - KEPT_BITS);
    for (int i = from; i < to; i++) {
      int at = (int) (indexes[i] - first) * TreeHasher.OCTETS;
      Bytes hash = Bytes.of(octets, at, at + TreeHasher.OCTETS);
      read.put(indexes[i], hash);
      if (StoredHashes.level(indexes[i]) >= kept) {
        upper.put(indexes[i], hash);
      }
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
