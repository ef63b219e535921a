package dev.meshsim.share;

/** How shares are computed and written. A share's text tells which one it is in. */
public enum ShareFormat {

  /**
   * mesh-udf-08 4.5: secrets of 32 to 512 bits in steps of 32, big-endian, modulo the smallest
   * prime above; a type octet 144; groups of 4 characters.
   */
  MESH(4),

  /**
   * What the reference implementation wrote in 2017: secrets of 128 bits, little-endian, modulo
   * 2^129 - 25; values of varying length; groups of 5 characters.
   */
  PORTAL_2017(5),

  /**
   * What the reference implementation wrote when every share is needed: random strings and their
   * exclusive or with the secret, of any length; groups of 5 characters.
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
