package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogTree;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The tree over two {@code .jlog} files. The hashes of the last records are in memory, those before
 * in a {@link TreeFile}. On opening, the last chunk of the file is compared with the records; if it
 * differs, the tree is made again from all of them. One thread appends at a time.
 */
final class JlogTree implements LogTree, AutoCloseable {

  private final TreeFile file;
  private final IntSupplier durable;
  private final boolean writes;
  private final TreeHasher hasher = new TreeHasher();
  private Frontier frontier;
  private List<Bytes> tail = new ArrayList<>();
  private long tailFrom;

  /**
   * A tree of the first records; more are appended.
   *
   * @param durable gives the number of the latest durable record
   * @param last the number of records that are there
   * @param leaves gives the octets of one of these records by its number
   * @param writes false to leave the file as it is
   */
  JlogTree(
      TreeFile file,
      IntSupplier durable,
      int last,
      IntFunction<byte[]> leaves,
      boolean writes,
      Consumer<String> warnings) {
    this.file = file;
    this.durable = durable;
    this.writes = writes;
    file.limit(last);
    long end = file.records();
    long trusted = Math.max(0, end - file.chunk());
    frontier = Frontier.read(hasher, trusted, file);
    if (!matches(trusted, end, leaves)) {
      warnings.accept(
          file.path() + ": the hashes are not those of the records; they are made again");
      end = 0;
      file.limit(0);
      frontier = new Frontier(hasher);
    }
    tailFrom = StoredHashes.count(end);
    for (int number = (int) end + 1; number <= last; number++) {
      append(leaf(leaves, number));
    }
  }

  private Bytes leaf(IntFunction<byte[]> leaves, long number) {
    byte[] octets = leaves.apply((int) number);
    return hasher.leaf(octets, 0, octets.length);
  }

  /** Appends the records of the last chunk to the trusted part, and compares their hashes. */
  private boolean matches(long from, long to, IntFunction<byte[]> leaves) {
    List<Bytes> expected = new ArrayList<>();
    for (long leaf = from; leaf < to; leaf++) {
      expected.addAll(frontier.append(leaf(leaves, leaf + 1)));
    }
    long first = StoredHashes.count(from);
    long[] indexes = LongStream.range(first, first + expected.size()).toArray();
    return file.read(indexes).equals(expected);
  }

  TreeHasher hasher() {
    return hasher;
  }

  /** The number of records that were appended, durable or not. */
  long appended() {
    return frontier.size();
  }

  /** Appends the next record, and writes whole chunks of records to the file. */
  void append(Bytes leaf) {
    synchronized (this) {
      tail.addAll(frontier.append(leaf));
    }
    if (writes && frontier.size() - file.records() == 2L * file.chunk()) {
      // The newest chunk may not be durable yet, so only the one before is written.
      writeChunk();
    }
  }

  private void writeChunk() {
    long end = StoredHashes.count(file.records() + file.chunk());
    List<Bytes> chunk = tail.subList(0, (int) (end - tailFrom));
    file.append(chunk);
    synchronized (this) {
      tail = new ArrayList<>(tail.subList(chunk.size(), tail.size()));
      tailFrom = end;
    }
  }

  @Override
  public long size() {
    return durable.getAsInt();
  }

  @Override
  public List<Bytes> read(long[] indexes) {
    Bytes[] found = new Bytes[indexes.length];
    long[] stored = new long[indexes.length];
    int count = 0;
    for (int i = 0; i < indexes.length; i++) {
      found[i] = inTail(indexes[i]);
      if (found[i] == null) {
        stored[count++] = indexes[i];
      }
    }
    // Hashes are added to the file before they leave the tail.
    List<Bytes> read = count == 0 ? List.of() : file.read(Arrays.copyOf(stored, count));
    for (int i = 0, next = 0; i < found.length; i++) {
      if (found[i] == null) {
        found[i] = read.get(next++);
      }
    }
    return List.of(found);
  }

  private synchronized @Nullable Bytes inTail(long index) {
    if (index < tailFrom) {
      return null;
    }
    if (index - tailFrom >= tail.size()) {
      throw TransparencyException.noHash(index, tailFrom + tail.size());
    }
    return tail.get((int) (index - tailFrom));
  }

  @Override
  public void close() {
    file.close();
  }
}
