package dev.meshsim.log.memory;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogTree;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.MemoryHashes;
import dev.meshsim.transparency.tree.TreeHasher;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * The tree of a store in memory. Records are hashed when the tree is used, since most stores in
 * memory are never asked for a proof.
 */
public final class LazyTree implements LogTree {

  private final IntSupplier durable;
  private final IntFunction<Bytes> records;
  private final TreeHasher hasher = new TreeHasher();
  private final Frontier frontier = new Frontier(hasher);
  private final MemoryHashes hashes = new MemoryHashes();

  /**
   * The tree of some records.
   *
   * @param durable gives the number of the latest durable record
   * @param records gives the octets of a record by its number
   */
  public LazyTree(IntSupplier durable, IntFunction<Bytes> records) {
    this.durable = durable;
    this.records = records;
  }

  @Override
  public long size() {
    return durable.getAsInt();
  }

  @Override
  public List<Bytes> read(long[] indexes) {
    grow();
    return hashes.read(indexes);
  }

  private synchronized void grow() {
    int last = durable.getAsInt();
    for (int number = (int) frontier.size() + 1; number <= last; number++) {
      hashes.append(frontier.append(hasher.leaf(records.apply(number))));
    }
  }
}
