package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.List;

/**
 * The verifier of proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2). The exact length of a proof is
 * checked first. A proof of inclusion does not bind the size of the tree, so the size must come
 * from a signed checkpoint. Not thread-safe.
 */
public final class ProofCheck {

  private final TreeHasher hasher;

  /** Checks proofs. */
  public ProofCheck() {
    this(new TreeHasher());
  }

  /** Checks proofs with a hasher that counts. */
  public ProofCheck(TreeHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * Checks that a leaf is in a tree.
   *
   * @param index the index of the leaf, from 0
   * @param leaf the hash of the leaf
   * @param proof the sibling of the leaf first
   * @throws TransparencyException {@code transparency.bad-proof} if the proof does not show it
   */
  public void inclusion(long index, Bytes leaf, List<Bytes> proof, TreeHead tree) {
    long size = tree.size();
    if (index < 0 || index >= size) {
      throw TransparencyException.badProof("a tree of " + size + " leaves has no leaf " + index);
    }
    requireShape(proof, inclusionLength(index, size), "leaf " + index, size);
    long fn = index;
    long sn = size - 1;
    Bytes root = leaf;
    for (Bytes hash : proof) {
      if ((fn & 1) == 1 || fn == sn) {
        root = hasher.node(hash, root);
        int zeros = Long.numberOfTrailingZeros(fn);
        fn >>= zeros;
        sn >>= zeros;
      } else {
        root = hasher.node(root, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (!root.equals(tree.root())) {
      throw TransparencyException.badProof(
          "the proof of leaf " + index + " leads to another root than that of the tree of " + size);
    }
  }

  /**
   * Checks that a tree continues an older one.
   *
   * @param proof empty if the sizes are equal or the older tree is empty
   * @throws TransparencyException {@code transparency.bad-proof} if the proof does not show it
   */
  public void consistency(TreeHead older, List<Bytes> proof, TreeHead newer) {
    if (older.size() > newer.size()) {
      throw TransparencyException.badProof(
          "a tree of " + newer.size() + " leaves cannot continue one of " + older.size());
    }
    if (older.size() == 0) {
      requireShape(proof, 0, "the empty tree", newer.size());
      if (!older.root().equals(TreeHasher.EMPTY_ROOT)) {
        throw TransparencyException.badProof("the root of the empty tree is another one");
      }
      requireEmptyRoot(newer);
      return;
    }
    if (older.size() == newer.size()) {
      requireShape(proof, 0, "a tree of the same size", newer.size());
      if (!older.root().equals(newer.root())) {
        throw TransparencyException.badProof(
            "two trees of " + newer.size() + " leaves have different roots");
      }
      return;
    }
    Roots roots = roots(older, proof, newer.size());
    if (!roots.newer().equals(newer.root()) || !roots.older().equals(older.root())) {
      throw TransparencyException.badProof(
          "the proof from "
              + older.size()
              + " to "
              + newer.size()
              + " leads to another root of the "
              + (roots.newer().equals(newer.root()) ? "older" : "newer")
              + " tree");
    }
  }

  private static void requireEmptyRoot(TreeHead tree) {
    if (tree.size() == 0 && !tree.root().equals(TreeHasher.EMPTY_ROOT)) {
      throw TransparencyException.badProof("the root of the empty tree is another one");
    }
  }

  /**
   * The roots that a proof of consistency leads to.
   *
   * @param older the root of the newer tree's first leaves, as many as the older tree has
   * @param newer the root of the newer tree
   */
  public record Roots(Bytes older, Bytes newer) {}

  /**
   * Computes the roots that a proof of consistency leads to. A fork is shown by a proof whose
   * {@link Roots#newer} is right and whose {@link Roots#older} is not.
   *
   * @param older 0 &lt; size &lt; {@code newerSize}; its root is used only if its size is a power
   *     of two, where the proof leaves it out
   * @throws TransparencyException {@code transparency.bad-proof} if the proof is too long or too
   *     short
   */
  public Roots roots(TreeHead older, List<Bytes> proof, long newerSize) {
    long m = older.size();
    requireShape(
        proof,
        consistencyLength(m, newerSize),
        "the tree of the first " + m + " leaves",
        newerSize);
    boolean power = Long.bitCount(m) == 1;
    return climb(
        m,
        newerSize,
        power ? older.root() : proof.get(0),
        power ? proof : proof.subList(1, proof.size()));
  }

  /**
   * Computes the roots as {@link #roots} does, from a proof whose first hash is explicit even if
   * the older size is a power of two: the form of evidence, which must not depend on the root that
   * is in dispute.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if the proof is too long or too
   *     short
   */
  public Roots rootsOfExplicit(long olderSize, List<Bytes> proof, long newerSize) {
    int length = consistencyLength(olderSize, newerSize) + (Long.bitCount(olderSize) == 1 ? 1 : 0);
    requireShape(proof, length, "the tree of the first " + olderSize + " leaves", newerSize);
    return climb(olderSize, newerSize, proof.get(0), proof.subList(1, proof.size()));
  }

  private Roots climb(long olderSize, long newerSize, Bytes first, List<Bytes> rest) {
    int ones = Long.numberOfTrailingZeros(olderSize);
    long fn = (olderSize - 1) >> ones;
    long sn = (newerSize - 1) >> ones;
    Bytes fr = first;
    Bytes sr = first;
    for (Bytes hash : rest) {
      if ((fn & 1) == 1 || fn == sn) {
        fr = hasher.node(hash, fr);
        sr = hasher.node(hash, sr);
        int zeros = Math.min(Long.numberOfTrailingZeros(fn), Long.SIZE - 1);
        fn >>= zeros;
        sn >>= zeros;
      } else {
        sr = hasher.node(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return new Roots(fr, sr);
  }

  /** The hashes in the proof of a leaf. */
  public static int inclusionLength(long index, long size) {
    int inner = bits(index ^ (size - 1));
    return inner + Long.bitCount(inner == Long.SIZE ? 0 : index >>> inner);
  }

  /**
   * The hashes in the proof that a tree of {@code n} leaves continues one of m, 0 &lt; m &lt; n.
   */
  public static int consistencyLength(long m, long n) {
    int differing = bits((m - 1) ^ (n - 1));
    int inner = differing - Long.numberOfTrailingZeros(m);
    int border = Long.bitCount((m - 1) >>> differing);
    return inner + border + (Long.bitCount(m) == 1 ? 0 : 1);
  }

  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }

  private static void requireShape(List<Bytes> proof, int length, String of, long size) {
    if (proof.size() != length) {
      throw TransparencyException.badProof(
          "the proof of "
              + of
              + " in a tree of "
              + size
              + " leaves has "
              + length
              + " hashes, not "
              + proof.size());
    }
    for (Bytes hash : proof) {
      if (hash.length() != TreeHasher.OCTETS) {
        throw TransparencyException.badProof("a hash in a proof has " + hash.length() + " octets");
      }
    }
  }
}
