package dev.meshsim.store.h2.file;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The claims that an H2 database file makes about itself. Its first two blocks are copies of one
 * header: the newest chunk when it was written, that chunk's block and version, and {@code clean:1}
 * if the database was closed. A chunk is a number of blocks; it names its own length at its
 * beginning, and its number and version at its end. The newest chunk lists all others.
 *
 * <p>H2 ignores a chunk that is not whole and opens the newest one that is, which is right after a
 * crash. A closed file was not cut by a crash, so there a missing chunk is lost data.
 */
public final class FileClaims {

  private static final int BLOCK = 4096;
  private static final int FOOTER = 128;
  private static final int LINE = 1024;
  private static final String CHECK = ",fletcher:";

  private final DurableFiles files;
  private final Path path;
  private final long size;

  private FileClaims(DurableFiles files, Path path, long size) {
    this.files = files;
    this.path = path;
    this.size = size;
  }

  /**
   * Compares a file with its claims; changes nothing.
   *
   * @param h2Name the file's name for H2, with the prefix of a file system of H2
   * @return what is missing as a clause, or null if nothing is
   */
  public static @Nullable String missing(DurableFiles files, Path path, String h2Name) {
    FileClaims claims = new FileClaims(files, path, files.status(path).octets());
    Map<String, String> header = claims.header();
    boolean clean = DataUtils.readHexLong(header, "clean", 0) == 1;
    String missing = clean ? claims.ofClosed(header) : null;
    if (missing != null) {
      return missing;
    }
    try (MVStore store = new MVStore.Builder().fileName(h2Name).readOnly().open()) {
      long version = store.getFileStore().lastChunkVersion();
      if (clean && version < DataUtils.readHexLong(header, "version", 0)) {
        return "it opens at version " + version + ", which is before the one it was closed at";
      }
      return claims.chunks(store.getLayoutMap());
    } catch (MVStoreException e) {
      // The file is in use, or damaged; H2 tells which when it opens the database.
      return null;
    }
  }

  /** The newer of the two copies that are whole; empty if neither is. */
  private Map<String, String> header() {
    Map<String, String> first = checked(read(0, BLOCK), BLOCK);
    Map<String, String> second = checked(read(BLOCK, BLOCK), BLOCK);
    if (first == null || second == null) {
      Map<String, String> whole = first == null ? second : first;
      return whole == null ? Map.of() : whole;
    }
    return version(second) > version(first) ? second : first;
  }

  private static long version(Map<String, String> pairs) {
    return DataUtils.readHexLong(pairs, "version", 0);
  }

  /**
   * The claims of a file that was closed: the newest chunk is whole. Octets after it may be those
   * of a write that was cut short after the file was opened again.
   */
  private @Nullable String ofClosed(Map<String, String> header) {
    String chunk = header.getOrDefault("chunk", "");
    long block = DataUtils.readHexLong(header, "block", 0);
    String what = "chunk " + chunk + " at block " + block + ", the newest when it was closed, ";
    Map<String, String> begin = line(read(block * BLOCK, LINE));
    if (begin == null || !chunk.equals(begin.get("chunk"))) {
      return what + "is not there";
    }
    long end = block + DataUtils.readHexLong(begin, "len", 0);
    if (end * BLOCK > size) {
      return what + "ends at octet " + end * BLOCK + ", and the file at octet " + size;
    }
    Map<String, String> footer = checked(read(end * BLOCK - FOOTER, FOOTER), FOOTER);
    if (footer == null
        || !chunk.equals(footer.get("chunk"))
        || version(footer) != version(header)) {
      return what + "has no whole end";
    }
    return null;
  }

  /** Refuses a file that ends before a chunk that the newest one lists. */
  private @Nullable String chunks(Map<String, String> layout) {
    for (Map.Entry<String, String> entry : layout.entrySet()) {
      if (entry.getKey().startsWith("chunk.")) {
        Map<String, String> chunk = DataUtils.parseMap(entry.getValue());
        long block = DataUtils.readHexLong(chunk, "block", 0);
        long end = (block + DataUtils.readHexLong(chunk, "len", 0)) * BLOCK;
        if (end > size) {
          return entry.getKey() + " ends at octet " + end + ", and the file at octet " + size;
        }
      }
    }
    return null;
  }

  private byte[] read(long at, int length) {
    if (at < 0 || at >= size) {
      return new byte[0];
    }
    ByteBuffer target = ByteBuffer.allocate(length);
    try (DurableFile file = files.openForReading(path)) {
      file.read(target, at);
    }
    byte[] octets = new byte[target.position()];
    target.flip().get(octets);
    return octets;
  }

  /** The pairs of a block whose check value, the last of them, is right, or null. */
  private static @Nullable Map<String, String> checked(byte[] octets, int length) {
    Map<String, String> pairs = octets.length < length ? null : line(octets);
    int end = new String(octets, StandardCharsets.ISO_8859_1).indexOf(CHECK);
    if (pairs == null || end < 0) {
      return null;
    }
    int found = DataUtils.getFletcher32(octets, 0, end);
    return found == (int) DataUtils.readHexLong(pairs, "fletcher", 0) ? pairs : null;
  }

  /** The pairs of a first line, or null. */
  private static @Nullable Map<String, String> line(byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    try {
      return end < 0 ? null : DataUtils.parseMap(text.substring(0, end).strip());
    } catch (MVStoreException e) {
      return null;
    }
  }
}
