package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.MemoryHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeProofs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for the proofs about a log's tree (RFC 9162 section 2.1). */
final class LogVectors {

  private static final TransparencyException.Code BAD = TransparencyException.Code.BAD_PROOF;
  private static final int LEAVES = 21;

  private final MemoryHashes hashes = new MemoryHashes();
  private final TreeHasher hasher = new TreeHasher();
  private final TreeProofs proofs = new TreeProofs(hashes);

  private LogVectors() {
    Frontier frontier = new Frontier(hasher);
    for (int i = 0; i < LEAVES; i++) {
      hashes.append(frontier.append(hasher.leaf(record(i))));
    }
  }

  private static Bytes record(int index) {
    return Bytes.utf8("record " + index);
  }

  static VectorFile inclusion() {
    VectorFile file =
        new VectorFile(
            "log_inclusion",
            "LogInclusionTest",
            "A test gives the content of a leaf as text, its index from 0, the size and the root of",
            "the tree, and the path: the hashes that prove that the leaf is in the tree (RFC 9162",
            "section 2.1.3), the sibling of the leaf first. Hashes are hexadecimal.");
    new LogVectors().inclusion(file, file.group(Dialect.MESH));
    return file;
  }

  private void inclusion(VectorFile file, ObjectNode group) {
    for (int[] at :
        new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {6, 7}, {0, 8}, {5, 8}, {20, 21}}) {
      leaf(file, group, "", Flag.NORMAL, at[0], at[1], proofs.inclusion(at[0], at[1])).valid();
    }
    List<Bytes> path = proofs.inclusion(5, 21);
    leaf(file, group, "a hash more", Flag.PROOF_LENGTH, 5, 21, plus(path)).invalid(BAD);
    leaf(file, group, "a hash less", Flag.PROOF_LENGTH, 5, 21, less(path)).invalid(BAD);
    leaf(file, group, "no hash", Flag.PROOF_LENGTH, 5, 21, List.of()).invalid(BAD);
    leaf(file, group, "reversed", Flag.PROOF_ORDER, 5, 21, reversed(path)).invalid(BAD);
    leaf(file, group, "another index", Flag.OTHER_TREE, 4, 21, path).invalid(BAD);
    leaf(file, group, "a smaller tree", Flag.OTHER_TREE, 5, 20, path).invalid(BAD);
    leaf(file, group, "an octet changed", Flag.OTHER_TREE, 5, 21, changed(path)).invalid(BAD);
    leaf(file, group, "the empty tree", Flag.TREE_SIZE, 0, 0, List.of()).invalid(BAD);
    leaf(file, group, "an index after the last", Flag.TREE_SIZE, 1, 1, List.of()).invalid(BAD);
    file.test(group, "the root of the tree as a leaf", Flag.OTHER_TREE)
        .put("entry", "record 1")
        .put("index", 0)
        .put("size", 1)
        .put("root", proofs.root(1).hex())
        .put("path", List.of())
        .invalid(BAD);
  }

  private VectorTest leaf(
      VectorFile file,
      ObjectNode group,
      String comment,
      Flag flag,
      int index,
      int size,
      List<Bytes> path) {
    return file.test(group, comment, flag)
        .put("entry", record(index).utf8())
        .put("index", index)
        .put("size", size)
        .put("root", proofs.root(size).hex())
        .put("path", hex(path));
  }

  static VectorFile consistency() {
    VectorFile file =
        new VectorFile(
            "log_consistency",
            "LogConsistencyTest",
            "A test gives size and root of two trees, and the path: the hashes that prove that the",
            "second tree begins with all leaves of the first (RFC 9162 section 2.1.4). Hashes are",
            "hexadecimal.");
    new LogVectors().consistency(file, file.group(Dialect.MESH));
    return file;
  }

  private void consistency(VectorFile file, ObjectNode group) {
    for (int[] at :
        new int[][] {{1, 1}, {1, 2}, {1, 8}, {2, 5}, {3, 7}, {4, 8}, {6, 8}, {8, 21}, {13, 21}}) {
      trees(file, group, "", Flag.NORMAL, at[0], at[1], proofs.consistency(at[0], at[1])).valid();
    }
    trees(file, group, "the empty tree first", Flag.TREE_SIZE, 0, 5, List.of()).valid();
    List<Bytes> path = proofs.consistency(6, 21);
    List<Bytes> power = proofs.consistency(8, 21);
    trees(file, group, "a hash more", Flag.PROOF_LENGTH, 6, 21, plus(path)).invalid(BAD);
    trees(file, group, "a hash less", Flag.PROOF_LENGTH, 6, 21, less(path)).invalid(BAD);
    trees(file, group, "no hash", Flag.PROOF_LENGTH, 6, 21, List.of()).invalid(BAD);
    List<Bytes> explicit = new ArrayList<>(power);
    explicit.add(0, proofs.root(8));
    trees(file, group, "with the root of a power of two", Flag.PROOF_LENGTH, 8, 21, explicit)
        .invalid(BAD);
    trees(file, group, "reversed", Flag.PROOF_ORDER, 6, 21, reversed(path)).invalid(BAD);
    trees(file, group, "an octet changed", Flag.OTHER_TREE, 6, 21, changed(path)).invalid(BAD);
    trees(file, group, "a path for other sizes", Flag.OTHER_TREE, 7, 21, path).invalid(BAD);
    trees(file, group, "smaller", Flag.TREE_SIZE, 21, 6, path).invalid(BAD);
    trees(file, group, "a path between equal trees", Flag.TREE_SIZE, 6, 6, path).invalid(BAD);
    trees(file, group, "a path from the empty tree", Flag.TREE_SIZE, 0, 6, path).invalid(BAD);
    roots(file, group, "equal sizes, other roots", 6, proofs.root(7), 6, List.of());
    roots(file, group, "a root for the empty tree", 0, proofs.root(1), 6, List.of());
    roots(file, group, "a fork", 6, proofs.root(5), 21, path);
  }

  private void roots(
      VectorFile file,
      ObjectNode group,
      String comment,
      int older,
      Bytes root,
      int newer,
      List<Bytes> path) {
    trees(file, group, comment, Flag.OTHER_TREE, older, newer, path)
        .put("olderRoot", root.hex())
        .invalid(BAD);
  }

  private VectorTest trees(
      VectorFile file,
      ObjectNode group,
      String comment,
      Flag flag,
      int older,
      int newer,
      List<Bytes> path) {
    return file.test(group, comment, flag)
        .put("older", older)
        .put("olderRoot", proofs.root(older).hex())
        .put("newer", newer)
        .put("newerRoot", proofs.root(newer).hex())
        .put("path", hex(path));
  }

  private static List<String> hex(List<Bytes> path) {
    return path.stream().map(Bytes::hex).toList();
  }

  private static List<Bytes> plus(List<Bytes> path) {
    List<Bytes> longer = new ArrayList<>(path);
    longer.add(TreeHasher.EMPTY_ROOT);
    return longer;
  }

  private static List<Bytes> less(List<Bytes> path) {
    return path.subList(0, path.size() - 1);
  }

  private static List<Bytes> reversed(List<Bytes> path) {
    List<Bytes> other = new ArrayList<>(path);
    Collections.reverse(other);
    return other;
  }

  private static List<Bytes> changed(List<Bytes> path) {
    List<Bytes> other = new ArrayList<>(path);
    byte[] octets = path.get(1).toArray();
    octets[7] ^= 1;
    other.set(1, Bytes.of(octets));
    return other;
  }
}
