package dev.meshsim.share;

/** The computation and encoding of shares. A share's text shows its format. */
public enum ShareFormat {

  /**
   * The format of mesh-udf-08 4.5: secrets of 32 to 512 bits in steps of 32, big-endian, modulo the
   * smallest prime over 2^bits; type octet 144; groups of 4 characters.
   */
  MESH(4),

  /**
   * The format of the reference implementation in 2017: secrets of 128 bits, little-endian, modulo
   * 2^129 - 25; values of varying length; groups of 5 characters.
   */
  PORTAL_2017(5),

  /**
   * The format of the reference implementation for a quorum of all shares: random strings, and
   * their exclusive or with the secret, which may have any length; groups of 5 characters.
   */
  PORTAL_2017_XOR(5);

  private final int groupSize;

  ShareFormat(int groupSize) {
    this.groupSize = groupSize;
  }

  int groupSize() {
    return groupSize;
  }
}
