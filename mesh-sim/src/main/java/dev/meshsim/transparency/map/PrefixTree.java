package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A compressed prefix tree of keys. Immutable: {@link #with} returns a new tree that shares all but
 * the path to the changed key. Hashes of nodes are computed when {@link #root} is asked for, so
 * many changes share the work; only then may several threads read the tree.
 */
public final class PrefixTree {

  /** The tree without keys. */
  public static final PrefixTree EMPTY = new PrefixTree(null, 0);

  private final @Nullable Node top;
  private final long size;

  private PrefixTree(@Nullable Node top, long size) {
    this.top = top;
    this.size = size;
  }

  /** The number of keys. */
  public long size() {
    return size;
  }

  /**
   * A tree in which a key has this latest record.
   *
   * @param hasher for the hash of the key's leaf
   */
  public PrefixTree with(MapLeaf leaf, MapHasher hasher) {
    Leaf added = new Leaf(leaf.key(), leaf.number(), hasher.leaf(leaf));
    if (top == null) {
      return new PrefixTree(added, 1);
    }
    int bit = MapKey.firstDifference(terminal(top, leaf.key()).key(), leaf.key());
    Node grown = put(top, added, leaf.key(), bit);
    return new PrefixTree(grown, bit == MapKey.BITS ? size : size + 1);
  }

  private static Node put(Node node, Leaf added, Bytes key, int difference) {
    if (node instanceof Branch branch && branch.bit < difference) {
      return MapKey.bit(key, branch.bit) == 0
          ? new Branch(branch.bit, put(branch.zero, added, key, difference), branch.one)
          : new Branch(branch.bit, branch.zero, put(branch.one, added, key, difference));
    }
    if (difference == MapKey.BITS) {
      return added;
    }
    return MapKey.bit(key, difference) == 0
        ? new Branch(difference, added, node)
        : new Branch(difference, node, added);
  }

  /** The number of the latest record of a key; 0 if it has none. */
  public long latest(Bytes key) {
    if (top == null) {
      return 0;
    }
    Leaf found = terminal(top, key);
    return found.key().equals(key) ? found.number : 0;
  }

  /** The root; see {@link MapHasher#EMPTY_ROOT}. */
  public Bytes root(MapHasher hasher) {
    return top == null ? MapHasher.EMPTY_ROOT : top.hash(hasher);
  }

  /**
   * The proof of a key's latest record, or that it has none.
   *
   * @param leafHashes gives the leaf hash of a record by its number
   */
  public MapProof proof(Bytes key, MapHasher hasher, LongFunction<Bytes> leafHashes) {
    if (top == null) {
      return new MapProof(List.of(), null);
    }
    List<MapProof.Sibling> path = new ArrayList<>();
    Node at = top;
    while (at instanceof Branch branch) {
      boolean zero = MapKey.bit(key, branch.bit) == 0;
      Node sibling = zero ? branch.one : branch.zero;
      path.add(new MapProof.Sibling(branch.bit, sibling.hash(hasher)));
      at = zero ? branch.zero : branch.one;
    }
    Leaf found = (Leaf) at;
    return new MapProof(
        path, new MapLeaf(found.key(), found.number, leafHashes.apply(found.number)));
  }

  private static Leaf terminal(Node from, Bytes key) {
    Node at = from;
    while (at instanceof Branch branch) {
      at = MapKey.bit(key, branch.bit) == 0 ? branch.zero : branch.one;
    }
    return (Leaf) at;
  }

  /** A node with its hash. Octets are kept as numbers: with arrays a key took twice the memory. */
  private abstract static sealed class Node {
    private long h0;
    private long h1;
    private long h2;
    private long h3;

    abstract Bytes hash(MapHasher hasher);

    final void keep(Bytes hash) {
      ByteBuffer octets = ByteBuffer.wrap(hash.toArray());
      h0 = octets.getLong();
      h1 = octets.getLong();
      h2 = octets.getLong();
      h3 = octets.getLong();
    }

    final Bytes kept() {
      return joined(h0, h1, h2, h3);
    }

    static Bytes joined(long first, long second, long third, long fourth) {
      ByteBuffer octets = ByteBuffer.allocate(MapKey.OCTETS);
      octets.putLong(first).putLong(second).putLong(third).putLong(fourth);
      return Bytes.of(octets.array());
    }
  }

  private static final class Leaf extends Node {
    private final long k0;
    private final long k1;
    private final long k2;
    private final long k3;
    private final long number;

    Leaf(Bytes key, long number, Bytes hash) {
      ByteBuffer octets = ByteBuffer.wrap(key.toArray());
      this.k0 = octets.getLong();
      this.k1 = octets.getLong();
      this.k2 = octets.getLong();
      this.k3 = octets.getLong();
      this.number = number;
      keep(hash);
    }

    Bytes key() {
      return joined(k0, k1, k2, k3);
    }

    @Override
    Bytes hash(MapHasher hasher) {
      return kept();
    }
  }

  private static final class Branch extends Node {
    private final int bit;
    private final Node zero;
    private final Node one;
    private boolean hashed;

    Branch(int bit, Node zero, Node one) {
      this.bit = bit;
      this.zero = zero;
      this.one = one;
    }

    @Override
    Bytes hash(MapHasher hasher) {
      if (!hashed) {
        keep(hasher.node(bit, zero.hash(hasher), one.hash(hasher)));
        hashed = true;
      }
      return kept();
    }
  }
}
