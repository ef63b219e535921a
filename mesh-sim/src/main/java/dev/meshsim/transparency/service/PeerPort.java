package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.tree.Tile;

/** The way to what another portal publishes of its log. Nothing that it gives is verified. */
public interface PeerPort {

  /**
   * The note of its newest checkpoint.
   *
   * @throws dev.meshsim.error.MeshException if it does not answer
   */
  Bytes checkpoint();

  /**
   * The hashes of a tile.
   *
   * @throws dev.meshsim.error.MeshException if it does not answer
   */
  Bytes tile(Tile tile);

  /**
   * Its statements of its keys, as {@link dev.meshsim.protect.KeyChain#readPublished} reads them.
   * They are needed after a change of its keys only.
   *
   * @throws dev.meshsim.error.MeshException if it does not answer
   */
  Bytes keys();

  /** The chain of {@link #keys}; none if there is none that can be read. */
  default KeyChain chain() {
    try {
      return KeyChain.readPublished(keys());
    } catch (MeshException e) {
      return KeyChain.NONE;
    }
  }
}
