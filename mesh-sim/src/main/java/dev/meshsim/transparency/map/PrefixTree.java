package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
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
    int bit = MapKey.firstDifference(terminal(top, leaf.key()).key, leaf.key());
    return new PrefixTree(put(top, added, bit), bit == MapKey.BITS ? size : size + 1);
  }

  private static Node put(Node node, Leaf added, int difference) {
    if (node instanceof Branch branch && branch.bit < difference) {
      return MapKey.bit(added.key, branch.bit) == 0
          ? new Branch(branch.bit, put(branch.zero, added, difference), branch.one)
          : new Branch(branch.bit, branch.zero, put(branch.one, added, difference));
    }
    if (difference == MapKey.BITS) {
      return added;
    }
    return MapKey.bit(added.key, difference) == 0
        ? new Branch(difference, added, node)
        : new Branch(difference, node, added);
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
    return new MapProof(path, new MapLeaf(found.key, found.number, leafHashes.apply(found.number)));
  }

  private static Leaf terminal(Node from, Bytes key) {
    Node at = from;
    while (at instanceof Branch branch) {
      at = MapKey.bit(key, branch.bit) == 0 ? branch.zero : branch.one;
    }
    return (Leaf) at;
  }

  private abstract static sealed class Node {
    abstract Bytes hash(MapHasher hasher);
  }

  private static final class Leaf extends Node {
    private final Bytes key;
    private final long number;
    private final Bytes hash;

    Leaf(Bytes key, long number, Bytes hash) {
      this.key = key;
      this.number = number;
      this.hash = hash;
    }

    @Override
    Bytes hash(MapHasher hasher) {
      return hash;
    }
  }

  private static final class Branch extends Node {
    private final int bit;
    private final Node zero;
    private final Node one;
    private @Nullable Bytes hash;

    Branch(int bit, Node zero, Node one) {
      this.bit = bit;
      this.zero = zero;
      this.one = one;
    }

    @Override
    Bytes hash(MapHasher hasher) {
      Bytes known = hash;
      if (known == null) {
        known = hasher.node(bit, zero.hash(hasher), one.hash(hasher));
        hash = known;
      }
      return known;
    }
  }
}
