package dev.meshsim.transparency.tree;

/**
 * The order of a tree's stored hashes, that of Go's {@code sumdb/tlog}: each leaf's hash, followed
 * by the hashes of the nodes that the leaf completes. Only complete subtrees are stored. The hash
 * of level 0 and index n is that of leaf n; the one of level L and index n is the root of the 2^L
 * leaves from n * 2^L on.
 */
public final class StoredHashes {

  private StoredHashes() {}

  /** The position of a hash, from 0. */
  public static long index(int level, long n) {
    // A node is written right after its last leaf, as the level-th hash that this leaf completes.
    long lastLeaf = ((n + 1) << level) - 1;
    return count(lastLeaf) + level;
  }

  /** The number of stored hashes of a tree with {@code leaves} leaves. */
  public static long count(long leaves) {
    // The sum of all halves of a number, rounded down, is twice the number less its 1 bits.
    return 2 * leaves - Long.bitCount(leaves);
  }

  /** The leaf that a stored hash belongs to: its own, or the last one below the node. */
  public static long leafOf(long index) {
    // A leaf and the nodes that it completes are two hashes on average.
    long leaf = index / 2;
    while (count(leaf + 1) <= index) {
      leaf++;
    }
    return leaf;
  }

  /** The level of a stored hash; 0 for that of a leaf. */
  public static int level(long index) {
    return (int) (index - count(leafOf(index)));
  }

  /** The number of nodes that a leaf completes: the trailing 1 bits of its index. */
  public static int completed(long leafIndex) {
    return Long.numberOfTrailingZeros(~leafIndex);
  }
}
