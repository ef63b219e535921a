package dev.meshsim.udf;

/** The truncation and grouping of a fingerprint. */
public enum UdfFormat {

  /**
   * The format of mesh-udf-08: groups of 4 characters, a precision in multiples of 20 bits, by
   * default 140, and a type octet that includes the compression level (3.4.1).
   */
  MESH(4, 140),

  /**
   * The format of the reference implementation: groups of 5 characters, a precision in multiples of
   * 25 bits, by default 150. Where the last octet is cut, it holds the low bits of the digest's
   * octet instead of the high ones (a defect), so the last one or two characters carry no security.
   */
  PORTAL_2017(5, 150),

  /** The format {@link #PORTAL_2017} without its defect: the high bits are kept (udf-04 3.2). */
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

  /** The default precision in bits, type octet included: 140 or 150. */
  public int defaultBits() {
    return defaultBits;
  }

  /** The number of bits in one group of characters: 20 or 25. */
  public int bitsPerGroup() {
    return groupSize * BITS_PER_CHARACTER;
  }
}
