package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The stored hashes of a published tree, read from its tiles. Nothing is verified here: a proof
 * that is made from the tiles leads to the signed root, or it is refused. Not thread-safe.
 */
public final class TileReader implements HashReader {

  private static final int BITS = 8;

  private final long size;
  private final Function<Tile, Bytes> source;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<Tile, Bytes> read = new HashMap<>();

  /**
   * Reads the tiles of a tree.
   *
   * @param size the number of leaves, from a signed checkpoint
   * @param source gives the octets of a tile
   */
  public TileReader(long size, Function<Tile, Bytes> source) {
    this.size = size;
    this.source = source;
  }

  @Override
  public List<Bytes> read(long[] indexes) {
    List<Bytes> found = new ArrayList<>(indexes.length);
    for (long index : indexes) {
      long leaf = StoredHashes.leafOf(index);
      int level = (int) (index - StoredHashes.count(leaf));
      found.add(hash(level, leaf >> level));
    }
    return found;
  }

  /** A hash: one of a tile, or the root over several neighbours in it. */
  private Bytes hash(int level, long n) {
    int tileLevel = level / BITS;
    int above = level % BITS;
    long first = n << above;
    Bytes tile = tile(tileLevel, first >> BITS);
    int from = (int) (first & (Tile.FULL - 1));
    Frontier frontier = new Frontier(hasher);
    for (int i = from; i < from + (1 << above); i++) {
      int at = i * TreeHasher.OCTETS;
      if (at + TreeHasher.OCTETS > tile.length()) {
        throw TransparencyException.noHash(StoredHashes.index(level, n), size);
      }
      frontier.append(Bytes.of(tile.toArray(), at, at + TreeHasher.OCTETS));
    }
    return frontier.root();
  }

  private Bytes tile(int level, long index) {
    long hashes = size >> (BITS * level);
    int width = (int) Math.min(Tile.FULL, hashes - (index << BITS));
    if (width < 1) {
      throw TransparencyException.noHash(StoredHashes.index(BITS * level, index << BITS), size);
    }
    Tile wanted = new Tile(level, index, width);
    return read.computeIfAbsent(
        wanted,
        tile -> {
          Bytes octets = source.apply(tile);
          if (octets.length() != width * TreeHasher.OCTETS) {
            throw TransparencyException.badProof(
                tile.path()
                    + " has "
                    + octets.length()
                    + " octets, not "
                    + width * TreeHasher.OCTETS);
          }
          return octets;
        });
  }
}
