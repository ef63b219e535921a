package dev.meshsim.transparency.map;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;

/** The keys of a map: hashes of the name of a log and of a primary key in it. */
public final class MapKey {

  /** The octets of a key. */
  public static final int OCTETS = 32;

  /** The bits of a key. */
  static final int BITS = 8 * OCTETS;

  private static final String PREFIX = "mesh-map-key/v1\n";

  private MapKey() {}

  /**
   * The key of a log's primary key.
   *
   * @param log {@code mesh} or {@code portal}
   */
  public static Bytes of(String log, String primaryKey) {
    return Sha256.of(Bytes.utf8(PREFIX + log + "\n" + primaryKey));
  }

  /** A bit of a key, 0 or 1; bit 0 is the highest of the first octet. */
  static int bit(Bytes key, int at) {
    return key.at(at >> 3) >> (7 - (at & 7)) & 1;
  }

  /** The first bit in which two keys differ; {@link #BITS} if they are equal. */
  static int firstDifference(Bytes one, Bytes other) {
    for (int i = 0; i < OCTETS; i++) {
      int differing = one.at(i) ^ other.at(i);
      if (differing != 0) {
        return 8 * i + Integer.numberOfLeadingZeros(differing) - (Integer.SIZE - 8);
      }
    }
    return BITS;
  }
}
