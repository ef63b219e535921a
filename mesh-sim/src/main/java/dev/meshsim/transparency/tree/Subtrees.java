package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
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
    List<Long> found = new ArrayList<>();
    long at = from;
    while (at < to) {
      int level = 63 - Long.numberOfLeadingZeros(to - at);
      found.add(StoredHashes.index(level, at >> level));
      at += 1L << level;
    }
    return new Subtrees(found.stream().mapToLong(Long::longValue).toArray());
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
