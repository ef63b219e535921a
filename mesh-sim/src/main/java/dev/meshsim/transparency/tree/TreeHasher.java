package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.security.MessageDigest;

/**
 * The hashes of a log's tree (RFC 9162 section 2.1.1): SHA-256 over a prefix and the content, so
 * that a leaf is never taken for a node. Counts its hashes. Not thread-safe.
 */
public final class TreeHasher {

  /** The octets of a hash. */
  public static final int OCTETS = 32;

  /** The root of a tree without leaves: the hash of nothing. */
  public static final Bytes EMPTY_ROOT = Sha256.of(Bytes.EMPTY);

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = Sha256.begin();
  private final byte[] children = new byte[2 * OCTETS];
  private long count;

  /** Creates a hasher that has counted nothing. */
  public TreeHasher() {}

  /** The hash of a leaf with this content. */
  public Bytes leaf(Bytes entry) {
    byte[] octets = entry.toArray();
    return leaf(octets, 0, octets.length);
  }

  /** The hash of a leaf whose content is {@code length} octets of an array. */
  public Bytes leaf(byte[] octets, int from, int length) {
    count++;
    digest.update(LEAF);
    digest.update(octets, from, length);
    return Bytes.of(digest.digest());
  }

  /** The hash of a node with these two children. */
  public Bytes node(Bytes left, Bytes right) {
    count++;
    left.copyTo(children, 0);
    right.copyTo(children, OCTETS);
    digest.update(NODE);
    digest.update(children);
    return Bytes.of(digest.digest());
  }

  /** The hashes computed so far. */
  public long count() {
    return count;
  }
}
