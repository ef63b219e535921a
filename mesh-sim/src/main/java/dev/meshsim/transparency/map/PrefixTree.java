package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compressed prefix tree of keys. {@link #with} returns a new tree that shares all but the path
 * to the changed key. Hashes of nodes are computed when {@link #root(MapHasher, LeafHashes)} is
 * asked for, so many changes share the work; from then on the tree is immutable and several threads
 * may read it. A tree whose root was not asked for is used up by {@code with}.
 *
 * <p>A key takes about 90 octets: the hashes of leaves are not kept, and those of nodes over two
 * leaves neither, since they are computed again from the log's own.
 */
public final class PrefixTree {

  /** The tree without keys. */
  public static final PrefixTree EMPTY = new PrefixTree(null, 0, MapHasher.EMPTY_ROOT);

  private final long size;
  private @Nullable Node top;
  private @Nullable Bytes root;

  private PrefixTree(@Nullable Node top, long size, @Nullable Bytes root) {
    this.top = top;
    this.size = size;
    this.root = root;
  }

  /** The number of keys. */
  public long size() {
    return size;
  }

  /**
   * A tree in which a key has this latest record.
   *
   * @throws ArithmeticException if the record's number is 2^31 or more
   */
  public PrefixTree with(MapLeaf leaf) {
    Leaf added = new Fresh(leaf);
    Node before = top;
    if (before == null) {
      return new PrefixTree(added, 1, null);
    }
    int bit = MapKey.firstDifference(terminal(before, leaf.key()).key(), leaf.key());
    Node grown = put(before, added, leaf.key(), bit);
    return new PrefixTree(grown, bit == MapKey.BITS ? size : size + 1, null);
  }

  private static Node put(Node node, Leaf added, Bytes key, int difference) {
    if (node instanceof Branch branch && branch.bit() < difference) {
      boolean zero = MapKey.bit(key, branch.bit()) == 0;
      Node grown = put(zero ? branch.zero : branch.one, added, key, difference);
      return branch.with(zero, grown);
    }
    if (difference == MapKey.BITS) {
      return added;
    }
    return MapKey.bit(key, difference) == 0
        ? Branch.of(difference, added, node)
        : Branch.of(difference, node, added);
  }

  /** The number of the latest record of a key; 0 if it has none. */
  public long latest(Bytes key) {
    if (top == null) {
      return 0;
    }
    Leaf found = terminal(top, key);
    return found.key().equals(key) ? found.number : 0;
  }

  /**
   * The root; see {@link MapHasher#EMPTY_ROOT}.
   *
   * @param leafHashes gives the leaf hashes of records; asked once, and only for neighbours of keys
   *     that were added since the root of an earlier tree was computed
   */
  public Bytes root(MapHasher hasher, LeafHashes leafHashes) {
    Bytes known = root;
    if (known == null) {
      Node all = Objects.requireNonNull(top);
      known = all.hash(Work.of(List.of(all), hasher, leafHashes));
      top = all.slim();
      root = known;
    }
    return known;
  }

  /**
   * The root, which was asked for before.
   *
   * @throws IllegalStateException if it was not
   */
  public Bytes root() {
    Bytes known = root;
    if (known == null) {
      throw new IllegalStateException("the root was not computed");
    }
    return known;
  }

  /**
   * The proof of a key's latest record, or that it has none.
   *
   * @param leafHashes gives the leaf hash of a record by its number
   */
  public MapProof proof(Bytes key, MapHasher hasher, LeafHashes leafHashes) {
    if (top == null) {
      return new MapProof(List.of(), null);
    }
    root(hasher, leafHashes);
    List<Integer> bits = new ArrayList<>();
    List<Node> needed = new ArrayList<>();
    Node at = top;
    while (at instanceof Branch branch) {
      boolean zero = MapKey.bit(key, branch.bit()) == 0;
      bits.add(branch.bit());
      needed.add(zero ? branch.one : branch.zero);
      at = zero ? branch.zero : branch.one;
    }
    Leaf found = (Leaf) at;
    needed.add(found);
    Work work = Work.of(needed, hasher, leafHashes);
    List<MapProof.Sibling> path = new ArrayList<>();
    for (int i = 0; i < bits.size(); i++) {
      path.add(new MapProof.Sibling(bits.get(i), needed.get(i).hash(work)));
    }
    return new MapProof(path, found.mapLeaf(work));
  }

  private static Leaf terminal(Node from, Bytes key) {
    Node at = from;
    while (at instanceof Branch branch) {
      at = MapKey.bit(key, branch.bit()) == 0 ? branch.zero : branch.one;
    }
    return (Leaf) at;
  }

  /** A source of the leaf hashes of records in the log's tree. */
  @FunctionalInterface
  public interface LeafHashes {

    /**
     * Reads leaf hashes.
     *
     * @param numbers the numbers of the records, any order
     * @return a hash for each, in the order asked for
     */
    List<Bytes> of(long[] numbers);
  }

  /** What the computing of hashes needs: the hashes of leaves are read in one go. */
  private record Work(MapHasher hasher, Map<Integer, Bytes> leafHashes) {

    static Work of(List<Node> nodes, MapHasher hasher, LeafHashes source) {
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

  private abstract static sealed class Node {

    abstract Bytes hash(Work work);

    /** Adds the numbers of the records whose leaf hashes {@link #hash} needs. */
    abstract void collect(List<Integer> numbers);

    /** This node without what is needed for the first hash only. */
    Node slim() {
      return this;
    }
  }

  /** A leaf. Octets are kept as numbers: with arrays a key took twice the memory. */
  private static sealed class Leaf extends Node {
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
  private static final class Fresh extends Leaf {
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
    Node slim() {
      return new Leaf(key(), number);
    }
  }

  private abstract static sealed class Branch extends Node {
    private final byte bit;
    Node zero;
    Node one;

    Branch(int bit, Node zero, Node one) {
      this.bit = (byte) bit;
      this.zero = zero;
      this.one = one;
    }

    static Branch of(int bit, Node zero, Node one) {
      return zero instanceof Leaf && one instanceof Leaf
          ? new Pair(bit, zero, one)
          : new Inner(bit, zero, one);
    }

    final int bit() {
      return bit & 0xff;
    }

    /** This branch with another side. */
    Branch with(boolean atZero, Node side) {
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

    Pair(int bit, Node zero, Node one) {
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

    Inner(int bit, Node zero, Node one) {
      super(bit, zero, one);
    }

    @Override
    Branch with(boolean atZero, Node side) {
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
