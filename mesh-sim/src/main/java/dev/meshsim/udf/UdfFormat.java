package dev.meshsim.udf;

/** How a fingerprint is cut from its digest and written. */
public enum UdfFormat {

  /**
   * mesh-udf-08: groups of 4 characters, precision a multiple of 20 bits and by default 140, a type
   * octet that also tells the compression level.
   */
  MESH(4, 140),

  /**
   * What the reference implementation wrote: groups of 5 characters, precision a multiple of 25
   * bits and by default 150. Where the last octet is cut it holds the low bits of the digest's
   * octet instead of the high ones, so that the last one or two characters carry no security.
   */
  PORTAL_2017(5, 150),

  /** As {@link #PORTAL_2017} but cut as its draft (udf-04 3.2) asks: the high bits. */
  PORTAL_FIXED(5, 150);

  private static final int BITS_PER_CHARACTER = 5;

  private final int groupSize;
  private final int defaultBits;

  UdfFormat(int groupSize, int defaultBits) {
    this.groupSize = groupSize;
    this.defaultBits = defaultBits;
  }

  /** Characters between two dashes: 4 or 5. */
  public int groupSize() {
    return groupSize;
  }

  /** The precision when none is asked for, in bits, the type octet included. */
  public int defaultBits() {
    return defaultBits;
  }

  /** The number of bits in one group of characters: 20 or 25. */
  public int bitsPerGroup() {
    return groupSize * BITS_PER_CHARACTER;
  }
}
