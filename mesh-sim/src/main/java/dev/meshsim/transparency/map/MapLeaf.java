package dev.meshsim.transparency.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;

/**
 * The latest record of a key.
 *
 * @param key the key of the map, 32 octets
 * @param number the number of the record, 1 or more
 * @param leafHash the hash of the record in the log's tree, 32 octets
 */
public record MapLeaf(
    @JsonProperty("Key") Bytes key,
    @JsonProperty("Number") long number,
    @JsonProperty("LeafHash") Bytes leafHash) {

  /** Checks the lengths. */
  public MapLeaf {
    if (key.length() != MapKey.OCTETS || leafHash.length() != MapKey.OCTETS || number < 1) {
      throw new IllegalArgumentException("a key and a hash of 32 octets, and a number from 1 on");
    }
  }
}
