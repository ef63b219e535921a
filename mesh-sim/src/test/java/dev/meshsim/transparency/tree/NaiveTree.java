package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162 section 2.1 word for word, on a list of leaf hashes: the model of the tests. */
final class NaiveTree {

  private static final TreeHasher HASHER = new TreeHasher();

  private NaiveTree() {}

  static Bytes root(List<Bytes> leaves) {
    if (leaves.isEmpty()) {
      return TreeHasher.EMPTY_ROOT;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = split(leaves.size());
    return HASHER.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  static List<Bytes> path(int m, List<Bytes> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = split(leaves.size());
    List<Bytes> left = leaves.subList(0, k);
    List<Bytes> right = leaves.subList(k, leaves.size());
    return m < k ? plus(path(m, left), root(right)) : plus(path(m - k, right), root(left));
  }

  static List<Bytes> proof(int m, List<Bytes> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<Bytes> subproof(int m, List<Bytes> leaves, boolean complete) {
    if (m == leaves.size()) {
      return complete ? List.of() : List.of(root(leaves));
    }
    int k = split(leaves.size());
    List<Bytes> left = leaves.subList(0, k);
    List<Bytes> right = leaves.subList(k, leaves.size());
    return m <= k
        ? plus(subproof(m, left, complete), root(right))
        : plus(subproof(m - k, right, false), root(left));
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Bytes> plus(List<Bytes> first, Bytes last) {
    List<Bytes> all = new ArrayList<>(first);
    all.add(last);
    return all;
  }
}
