package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;

/**
 * The size and the root of a log's tree at one moment.
 *
 * @param size the number of leaves, 0 or more
 * @param root the root hash, 32 octets
 */
public record TreeHead(long size, Bytes root) {

  /** The head of the empty log. */
  public static final TreeHead EMPTY = new TreeHead(0, TreeHasher.EMPTY_ROOT);

  /** Checks the ranges; that the root fits the size is for a proof to show. */
  public TreeHead {
    if (size < 0 || root.length() != TreeHasher.OCTETS) {
      throw new IllegalArgumentException("a size of 0 or more and a root of 32 octets");
    }
  }
}
