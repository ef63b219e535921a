package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tile: up to 256 neighbouring hashes of one level, as C2SP {@code tlog-tiles} publishes a tree.
 *
 * @param level 0 to 7; the hashes of level l are the roots of 256^l leaves each
 * @param index the number of the tile within its level, from 0
 * @param width the hashes in it, 1 to 256
 */
public record Tile(int level, long index, int width) {

  /** The hashes of a full tile. */
  public static final int FULL = 256;

  private static final int BITS = 8;
  private static final int LEVELS = 8;
  private static final int MOST_GROUPS = 6;

  /** Checks the ranges. */
  public Tile {
    if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile: " + level + ", " + index + ", " + width);
    }
  }

  /** The path below the prefix of the log: {@code tile/<L>/<N>}, with {@code .p/<W>} if partial. */
  public String path() {
    return "tile/" + level + "/" + number(index) + (width == FULL ? "" : ".p/" + width);
  }

  /** A number in groups of three digits, all but the last with {@code x}: {@code x001/234}. */
  public static String number(long index) {
    StringBuilder path = new StringBuilder(digits(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + digits(rest % 1000) + "/");
    }
    return path.toString();
  }

  private static String digits(long below1000) {
    return Long.toString(1000 + below1000).substring(1);
  }

  /**
   * Reads a path of {@link #path}; no other spelling is accepted.
   *
   * @return empty if it is not the path of a tile
   */
  public static Optional<Tile> parse(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length < 3 || parts.length > 4 + MOST_GROUPS || !parts[0].equals("tile")) {
      return Optional.empty();
    }
    try {
      int level = Integer.parseInt(parts[1]);
      boolean partial = parts[parts.length - 2].endsWith(".p");
      int end = partial ? parts.length - 1 : parts.length;
      int width = partial ? Integer.parseInt(parts[end]) : FULL;
      long index = 0;
      for (int i = 2; i < end; i++) {
        String group = parts[i].replace("x", "").replace(".p", "");
        index = Math.addExact(Math.multiplyExact(index, 1000), Integer.parseInt(group));
      }
      Tile tile = new Tile(level, index, width);
      return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** All tiles of a tree, level by level, the partial one of each level last. */
  public static List<Tile> of(long size) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; level < LEVELS && size >> (BITS * level) > 0; level++) {
      long hashes = size >> (BITS * level);
      for (long n = 0; n < hashes / FULL; n++) {
        tiles.add(new Tile(level, n, FULL));
      }
      if (hashes % FULL > 0) {
        tiles.add(new Tile(level, hashes / FULL, (int) (hashes % FULL)));
      }
    }
    return tiles;
  }

  /** True if a tree of {@code size} leaves has all hashes of this tile. */
  public boolean isIn(long size) {
    return index < size >> (BITS * level) >> BITS
        || (index == size >> (BITS * level) >> BITS
            && width <= ((size >> (BITS * level)) & (FULL - 1)));
  }

  /**
   * The octets of the tile: its hashes, one after the other.
   *
   * @param reader the hashes of a tree that {@link #isIn} holds for
   */
  public Bytes content(HashReader reader) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(width * TreeHasher.OCTETS);
    int step = FULL / 2;
    for (int from = 0; from < width; from += step) {
      int count = Math.min(step, width - from);
      long[] indexes = new long[count];
      for (int i = 0; i < count; i++) {
        indexes[i] = StoredHashes.index(BITS * level, (index << BITS) + from + i);
      }
      reader.read(indexes).forEach(hash -> octets.writeBytes(hash.toArray()));
    }
    return Bytes.of(octets.toByteArray());
  }
}
