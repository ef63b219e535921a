package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A node of a {@link PrefixTree}, in as few octets as possible. */
abstract sealed class MapNode {

  abstract Bytes hash(Work work);

  /** Adds the numbers of the records whose leaf hashes {@link #hash} needs. */
  abstract void collect(List<Integer> numbers);

  /** This node without what is needed for the first hash only. */
  MapNode slim() {
    return this;
  }

  /** The tools for computing hashes; the hashes of leaves were read in one go. */
  record Work(MapHasher hasher, Map<Integer, Bytes> leafHashes) {

    static Work of(List<MapNode> nodes, MapHasher hasher, PrefixTree.LeafHashes source) {
      List<Integer> numbers = new ArrayList<>();
      nodes.forEach(node -> node.collect(numbers));
      Map<Integer, Bytes> found = new HashMap<>();
      if (!numbers.isEmpty()) {
        List<Bytes> hashes = source.of(numbers.stream().mapToLong(Integer::longValue).toArray());
        for (int i = 0; i < numbers.size(); i++) {
          found.put(numbers.get(i), hashes.get(i));
        }
      }
      return new Work(hasher, found);
    }
  }

  /** A leaf. Octets are kept as numbers: with arrays a key took twice the memory. */
  static sealed class Leaf extends MapNode {
    private final long k0;
    private final long k1;
    private final long k2;
    private final long k3;
    final int number;

    Leaf(Bytes key, int number) {
      ByteBuffer octets = ByteBuffer.wrap(key.toArray());
      this.k0 = octets.getLong();
      this.k1 = octets.getLong();
      this.k2 = octets.getLong();
      this.k3 = octets.getLong();
      this.number = number;
    }

    final Bytes key() {
      return joined(k0, k1, k2, k3);
    }

    MapLeaf mapLeaf(Work work) {
      Bytes hash = Objects.requireNonNull(work.leafHashes().get(number));
      return new MapLeaf(key(), number, hash);
    }

    @Override
    final Bytes hash(Work work) {
      return work.hasher().leaf(mapLeaf(work));
    }

    @Override
    void collect(List<Integer> numbers) {
      numbers.add(number);
    }
  }

  /** A leaf that was added since the last root: its hash need not be looked up. */
  static final class Fresh extends Leaf {
    private final Bytes leafHash;

    Fresh(MapLeaf added) {
      super(added.key(), Math.toIntExact(added.number()));
      this.leafHash = added.leafHash();
    }

    @Override
    MapLeaf mapLeaf(Work work) {
      return new MapLeaf(key(), number, leafHash);
    }

    @Override
    void collect(List<Integer> numbers) {}

    @Override
    MapNode slim() {
      return new Leaf(key(), number);
    }
  }

  abstract static sealed class Branch extends MapNode {
    private final byte bit;
    MapNode zero;
    MapNode one;

    Branch(int bit, MapNode zero, MapNode one) {
      this.bit = (byte) bit;
      this.zero = zero;
      this.one = one;
    }

    static Branch of(int bit, MapNode zero, MapNode one) {
      return zero instanceof Leaf && one instanceof Leaf
          ? new Pair(bit, zero, one)
          : new Inner(bit, zero, one);
    }

    final int bit() {
      return bit & 0xff;
    }

    /** This branch with another side. */
    Branch with(boolean atZero, MapNode side) {
      return atZero ? of(bit(), side, one) : of(bit(), zero, side);
    }

    final Bytes compute(Work work) {
      Bytes hash = work.hasher().node(bit(), zero.hash(work), one.hash(work));
      if (zero instanceof Fresh) {
        zero = zero.slim();
      }
      if (one instanceof Fresh) {
        one = one.slim();
      }
      return hash;
    }
  }

  /** A branch over two leaves, half of all. */
  private static final class Pair extends Branch {

    Pair(int bit, MapNode zero, MapNode one) {
      super(bit, zero, one);
    }

    @Override
    Bytes hash(Work work) {
      return compute(work);
    }

    @Override
    void collect(List<Integer> numbers) {
      zero.collect(numbers);
      one.collect(numbers);
    }
  }

  /** A branch that keeps its hash. */
  private static final class Inner extends Branch {
    private boolean hashed;
    private long h0;
    private long h1;
    private long h2;
    private long h3;

    Inner(int bit, MapNode zero, MapNode one) {
      super(bit, zero, one);
    }

    @Override
    Branch with(boolean atZero, MapNode side) {
      if (hashed) {
        return super.with(atZero, side);
      }
      // No earlier tree has it, since that one's root was computed.
      if (atZero) {
        zero = side;
      } else {
        one = side;
      }
      return this;
    }

    @Override
    void collect(List<Integer> numbers) {
      if (!hashed) {
        zero.collect(numbers);
        one.collect(numbers);
      }
    }

    @Override
    Bytes hash(Work work) {
      if (hashed) {
        return joined(h0, h1, h2, h3);
      }
      Bytes hash = compute(work);
      ByteBuffer octets = ByteBuffer.wrap(hash.toArray());
      h0 = octets.getLong();
      h1 = octets.getLong();
      h2 = octets.getLong();
      h3 = octets.getLong();
      hashed = true;
      return hash;
    }
  }

  private static Bytes joined(long first, long second, long third, long fourth) {
    ByteBuffer octets = ByteBuffer.allocate(MapKey.OCTETS);
    octets.putLong(first).putLong(second).putLong(third).putLong(fourth);
    return Bytes.of(octets.array());
  }
}
