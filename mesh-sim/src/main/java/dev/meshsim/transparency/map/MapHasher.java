package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The hashes of a map: SHA-256 over a prefix and the content. Counts them. Not thread-safe. */
public final class MapHasher {

  /** The root of a map without keys. */
  public static final Bytes EMPTY_ROOT = Bytes.of(new byte[MapKey.OCTETS]);

  private static final byte LEAF = 2;
  private static final byte NODE = 3;

  private final MessageDigest digest = Sha256.begin();
  private final byte[] octets = new byte[2 + 2 * MapKey.OCTETS];
  private long count;

  /** Creates a hasher that has counted nothing. */
  public MapHasher() {}

  /** The hash of a key with its latest record. */
  Bytes leaf(MapLeaf leaf) {
    count++;
    digest.update(LEAF);
    digest.update(leaf.key().toArray());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(leaf.number()).array());
    digest.update(leaf.leafHash().toArray());
    return Bytes.of(digest.digest());
  }

  /** The hash of a node that divides its keys by a bit. */
  Bytes node(int bit, Bytes zero, Bytes one) {
    count++;
    octets[0] = NODE;
    octets[1] = (byte) bit;
    zero.copyTo(octets, 2);
    one.copyTo(octets, 2 + MapKey.OCTETS);
    digest.update(octets);
    return Bytes.of(digest.digest());
  }

  /** The hashes computed so far. */
  public long count() {
    return count;
  }
}
