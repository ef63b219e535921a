package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.List;

/**
 * The complete subtrees that a range of leaves consists of, left to right.
 *
 * @param indexes the positions of their roots in the order of {@link StoredHashes}
 */
record Subtrees(long[] indexes) {

  /**
   * Cuts a range of leaves.
   *
   * @param from the first leaf, a multiple of the largest power of two that is not above the length
   * @param to the leaf after the last
   */
  static Subtrees of(long from, long to) {
    long[] found = new long[Long.bitCount(to - from)];
    long at = from;
    for (int i = 0; i < found.length; i++) {
      int level = 63 - Long.numberOfLeadingZeros(to - at);
      found[i] = StoredHashes.index(level, at >> level);
      at += 1L << level;
    }
    return new Subtrees(found);
  }

  /** The root over subtrees of falling size, largest first. */
  static Bytes fold(TreeHasher hasher, List<Bytes> roots) {
    if (roots.isEmpty()) {
      return TreeHasher.EMPTY_ROOT;
    }
    Bytes root = roots.get(roots.size() - 1);
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = hasher.node(roots.get(i), root);
    }
    return root;
  }
}
