package dev.meshsim.benchmark.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.List;
import java.util.stream.LongStream;

/** A small tree whose inner hashes are computed each time. */
final class GrowingTree {

  private final List<Bytes> leaves;
  private final TreeHasher hasher = new TreeHasher();

  GrowingTree(List<Bytes> leaves) {
    this.leaves = leaves;
  }

  private TreeProofs proofs() {
    return new TreeProofs(
        indexes ->
            LongStream.of(indexes)
                .mapToObj(
                    index -> {
                      long leaf = StoredHashes.leafOf(index);
                      int level = (int) (index - StoredHashes.count(leaf));
                      return root((int) (leaf >> level << level), 1 << level);
                    })
                .toList());
  }

  private Bytes root(int from, int count) {
    int half = count / 2;
    return count == 1 ? leaves.get(from) : hasher.node(root(from, half), root(from + half, half));
  }

  Bytes root(int size) {
    return proofs().root(size);
  }

  List<Bytes> proof(int from, int to) {
    return proofs().consistency(from, to);
  }
}
