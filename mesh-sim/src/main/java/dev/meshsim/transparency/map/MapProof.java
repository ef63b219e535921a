package dev.meshsim.transparency.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a key's latest record, or that there is none.
 *
 * @param path the siblings from the root down
 * @param terminal the leaf where the way of the key ends: that of the key itself, or of another
 *     one; null if the map is empty
 */
public record MapProof(
    @JsonProperty("Path") List<Sibling> path,
    @JsonProperty("Terminal") @Nullable MapLeaf terminal) {

  /**
   * The other side of a node on the way.
   *
   * @param bit the bit of the key that the node divides by, 0 to 255
   * @param hash the hash of the other side
   */
  public record Sibling(@JsonProperty("Bit") int bit, @JsonProperty("Hash") Bytes hash) {

    /** Checks the ranges. */
    public Sibling {
      if (bit < 0 || bit >= MapKey.BITS || hash.length() != MapKey.OCTETS) {
        throw new IllegalArgumentException("a bit from 0 to 255 and a hash of 32 octets");
      }
    }
  }

  /** Copies the list. */
  public MapProof {
    path = path == null ? List.of() : List.copyOf(path);
  }

  /**
   * Checks the proof.
   *
   * @param key the key that was asked for
   * @param root the root of the map, from a record of the log that is proved itself
   * @return the latest record of the key; empty if the key has none
   * @throws TransparencyException {@code transparency.bad-proof} if the proof does not show it
   */
  public Optional<MapLeaf> check(Bytes key, Bytes root) {
    if (terminal == null) {
      if (!path.isEmpty() || !root.equals(MapHasher.EMPTY_ROOT)) {
        throw TransparencyException.badProof("the map is not empty, but the proof says so");
      }
      return Optional.empty();
    }
    MapHasher hasher = new MapHasher();
    Bytes hash = hasher.leaf(terminal);
    int below = MapKey.BITS;
    for (int i = path.size() - 1; i >= 0; i--) {
      Sibling sibling = path.get(i);
      int bit = MapKey.bit(key, sibling.bit());
      if (sibling.bit() >= below || bit != MapKey.bit(terminal.key(), sibling.bit())) {
        throw TransparencyException.badProof("the proof is not on the way of the key in the map");
      }
      hash =
          bit == 0
              ? hasher.node(sibling.bit(), hash, sibling.hash())
              : hasher.node(sibling.bit(), sibling.hash(), hash);
      below = sibling.bit();
    }
    if (!hash.equals(root)) {
      throw TransparencyException.badProof("the proof leads to another root of the map");
    }
    return terminal.key().equals(key) ? Optional.of(terminal) : Optional.empty();
  }
}
