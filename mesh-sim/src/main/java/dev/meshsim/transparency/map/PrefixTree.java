package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
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
  private @Nullable MapNode top;
  private @Nullable Bytes root;

  private PrefixTree(@Nullable MapNode top, long size, @Nullable Bytes root) {
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
    MapNode.Leaf added = new MapNode.Fresh(leaf);
    MapNode before = top;
    if (before == null) {
      return new PrefixTree(added, 1, null);
    }
    int bit = MapKey.firstDifference(terminal(before, leaf.key()).key(), leaf.key());
    MapNode grown = put(before, added, leaf.key(), bit);
    return new PrefixTree(grown, bit == MapKey.BITS ? size : size + 1, null);
  }

  private static MapNode put(MapNode node, MapNode.Leaf added, Bytes key, int difference) {
    if (node instanceof MapNode.Branch branch && branch.bit() < difference) {
      boolean zero = MapKey.bit(key, branch.bit()) == 0;
      MapNode grown = put(zero ? branch.zero : branch.one, added, key, difference);
      return branch.with(zero, grown);
    }
    if (difference == MapKey.BITS) {
      return added;
    }
    return MapKey.bit(key, difference) == 0
        ? MapNode.Branch.of(difference, added, node)
        : MapNode.Branch.of(difference, node, added);
  }

  /** The number of the latest record of a key; 0 if it has none. */
  public long latest(Bytes key) {
    if (top == null) {
      return 0;
    }
    MapNode.Leaf found = terminal(top, key);
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
      MapNode all = Objects.requireNonNull(top);
      known = all.hash(MapNode.Work.of(List.of(all), hasher, leafHashes));
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
    List<MapNode> needed = new ArrayList<>();
    MapNode at = top;
    while (at instanceof MapNode.Branch branch) {
      boolean zero = MapKey.bit(key, branch.bit()) == 0;
      bits.add(branch.bit());
      needed.add(zero ? branch.one : branch.zero);
      at = zero ? branch.zero : branch.one;
    }
    MapNode.Leaf found = (MapNode.Leaf) at;
    needed.add(found);
    MapNode.Work work = MapNode.Work.of(needed, hasher, leafHashes);
    List<MapProof.Sibling> path = new ArrayList<>();
    for (int i = 0; i < bits.size(); i++) {
      path.add(new MapProof.Sibling(bits.get(i), needed.get(i).hash(work)));
    }
    return new MapProof(path, found.mapLeaf(work));
  }

  private static MapNode.Leaf terminal(MapNode from, Bytes key) {
    MapNode at = from;
    while (at instanceof MapNode.Branch branch) {
      at = MapKey.bit(key, branch.bit()) == 0 ? branch.zero : branch.one;
    }
    return (MapNode.Leaf) at;
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
}
