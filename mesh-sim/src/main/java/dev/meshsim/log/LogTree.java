package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.HashReader;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree over the records of a portal's store, in the order of their numbers over both
 * logs. Leaf i is record i + 1; its content is the record's line in a {@code .jlog} without the
 * line feed, in every store. Thread-safe.
 */
public interface LogTree extends HashReader {

  /** The most hashes of one {@link #read}. */
  int MOST = 128;

  /** The number of leaves: of the records that are durable now. */
  long size();

  /** The root of the first {@code size} leaves. */
  default TreeHead head(long size) {
    return new TreeHead(size, proofs().root(size));
  }

  /**
   * The hashes of leaves.
   *
   * @param numbers the numbers of their records, from 1, any order and as many as wanted
   */
  default List<Bytes> leaves(long[] numbers) {
    List<Bytes> found = new ArrayList<>(numbers.length);
    for (int from = 0; from < numbers.length; from += MOST) {
      int to = Math.min(numbers.length, from + MOST);
      found.addAll(
          read(
              Arrays.stream(numbers, from, to)
                  .map(number -> StoredHashes.index(0, number - 1))
                  .toArray()));
    }
    return found;
  }

  /** The maker of proofs about this tree, for one thread. */
  default TreeProofs proofs() {
    return new TreeProofs(this);
  }
}
