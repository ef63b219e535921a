package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, largest first, one for each
 * 1 bit of the size. Enough to append leaves and to compute the root. Not thread-safe.
 */
public final class Frontier {

  private final TreeHasher hasher;
  private final List<Bytes> subtrees;
  private long size;

  /** The edge of a tree without leaves. */
  public Frontier(TreeHasher hasher) {
    this(hasher, 0, List.of());
  }

  private Frontier(TreeHasher hasher, long size, List<Bytes> subtrees) {
    this.hasher = hasher;
    this.size = size;
    this.subtrees = new ArrayList<>(subtrees);
  }

  /** The edge of the tree of the first {@code size} leaves, from its stored hashes. */
  public static Frontier read(TreeHasher hasher, long size, HashReader reader) {
    return new Frontier(hasher, size, reader.read(Subtrees.of(0, size).indexes()));
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /**
   * Appends a leaf.
   *
   * @param leaf its hash
   * @return the hashes to store: the leaf's and those of the nodes that it completes, in the order
   *     of {@link StoredHashes}
   */
  public List<Bytes> append(Bytes leaf) {
    if (leaf.length() != TreeHasher.OCTETS) {
      throw new IllegalArgumentException("a hash has 32 octets, not " + leaf.length());
    }
    List<Bytes> stored = new ArrayList<>(2);
    stored.add(leaf);
    Bytes node = leaf;
    for (int left = StoredHashes.completed(size); left > 0; left--) {
      node = hasher.node(subtrees.remove(subtrees.size() - 1), node);
      stored.add(node);
    }
    subtrees.add(node);
    size++;
    return stored;
  }

  /** The root of the tree. */
  public Bytes root() {
    return Subtrees.fold(hasher, subtrees);
  }
}
