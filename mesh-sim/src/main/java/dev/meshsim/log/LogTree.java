package dev.meshsim.log;

import dev.meshsim.transparency.tree.HashReader;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.transparency.tree.TreeProofs;

/**
 * The Merkle tree over the records of a portal's store, in the order of their numbers over both
 * logs. Leaf i is record i + 1; its content is the record's line in a {@code .jlog} without the
 * line feed, in every store. Thread-safe.
 */
public interface LogTree extends HashReader {

  /** The number of leaves: of the records that are durable now. */
  long size();

  /** The root of the first {@code size} leaves. */
  default TreeHead head(long size) {
    return new TreeHead(size, proofs().root(size));
  }

  /** The maker of proofs about this tree, for one thread. */
  default TreeProofs proofs() {
    return new TreeProofs(this);
  }
}
