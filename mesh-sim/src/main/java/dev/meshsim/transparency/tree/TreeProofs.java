package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The maker of proofs (RFC 9162 sections 2.1.3.1 and 2.1.4.1) from the stored hashes of a tree. The
 * positions of all hashes are computed first, so that a source reads them in one go. Not
 * thread-safe.
 */
public final class TreeProofs {

  private final HashReader reader;
  private final TreeHasher hasher;

  /** Makes proofs from these hashes. */
  public TreeProofs(HashReader reader) {
    this(reader, new TreeHasher());
  }

  /** Makes proofs from these hashes, with a hasher that counts. */
  public TreeProofs(HashReader reader, TreeHasher hasher) {
    this.reader = reader;
    this.hasher = hasher;
  }

  /** The root of the first {@code size} leaves. */
  public Bytes root(long size) {
    requireSize(size);
    return Subtrees.fold(hasher, reader.read(Subtrees.of(0, size).indexes()));
  }

  /** The hash of a leaf. */
  public Bytes leaf(long index) {
    return reader.read(new long[] {StoredHashes.index(0, index)}).get(0);
  }

  /**
   * The proof that a leaf is in the tree of the first {@code size} leaves: the sibling of the leaf
   * first.
   *
   * @throws IllegalArgumentException if there is no such leaf
   */
  public List<Bytes> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    Ranges path = new Ranges();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.add(middle, to);
        to = middle;
      } else {
        path.add(from, middle);
        from = middle;
      }
    }
    return path.rootsFromTheLast();
  }

  /**
   * The proof that the tree of the first {@code newer} leaves continues that of the first {@code
   * older}; empty if the sizes are equal or the older tree is empty.
   *
   * @throws IllegalArgumentException if {@code older} is negative or above {@code newer}
   */
  public List<Bytes> consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException("no tree of " + newer + " continues one of " + older);
    }
    if (older == 0 || older == newer) {
      return List.of();
    }
    Ranges path = new Ranges();
    long from = 0;
    long to = newer;
    while (older < to) {
      long middle = from + split(to - from);
      if (older <= middle) {
        path.add(middle, to);
        to = middle;
      } else {
        path.add(from, middle);
        from = middle;
      }
    }
    if (from > 0) {
      path.add(from, to);
    }
    return path.rootsFromTheLast();
  }

  /** The greatest power of two below a number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree of " + size + " leaves");
    }
  }

  /** Ranges of leaves whose roots make a proof. */
  private final class Ranges {

    private final List<Subtrees> parts = new ArrayList<>();

    void add(long from, long to) {
      parts.add(Subtrees.of(from, to));
    }

    List<Bytes> rootsFromTheLast() {
      int all = 0;
      for (Subtrees part : parts) {
        all += part.indexes().length;
      }
      long[] indexes = new long[all];
      int at = 0;
      for (Subtrees part : parts) {
        System.arraycopy(part.indexes(), 0, indexes, at, part.indexes().length);
        at += part.indexes().length;
      }
      List<Bytes> hashes = reader.read(indexes);
      List<Bytes> proof = new ArrayList<>();
      int end = hashes.size();
      for (int i = parts.size() - 1; i >= 0; i--) {
        int from = end - parts.get(i).indexes().length;
        proof.add(Subtrees.fold(hasher, hashes.subList(from, end)));
        end = from;
      }
      return proof;
    }
  }
}
