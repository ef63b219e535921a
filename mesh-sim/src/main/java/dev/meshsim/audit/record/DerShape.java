package dev.meshsim.audit.record;

/**
 * A check that octets are one DER element with consistent lengths. The certificates of 2017 are
 * not: the length of their key's BIT STRING is wrong, so no library reads them.
 */
public final class DerShape {

  private static final int CONSTRUCTED = 0x20;
  private static final int DEEPEST = 32;

  private final byte[] octets;
  private final int[] ends = new int[DEEPEST];
  private int depth;
  private int at;

  private DerShape(byte[] octets) {
    this.octets = octets;
  }

  /** True if the lengths of all nested elements agree; their contents are not examined. */
  public static boolean isWellFormed(byte[] octets) {
    return new DerShape(octets).whole();
  }

  private boolean whole() {
    ends[0] = octets.length;
    while (at < octets.length) {
      if (depth == 0 && at > 0) {
        return false;
      }
      if (!element()) {
        return false;
      }
      while (depth > 0 && at == ends[depth]) {
        depth--;
      }
    }
    return depth == 0 && octets.length > 0;
  }

  private boolean element() {
    int tag = octets[at++];
    int length = (tag & 0x1f) == 0x1f ? -1 : length();
    if (length < 0 || length > ends[depth] - at) {
      return false;
    }
    if ((tag & CONSTRUCTED) == 0) {
      at += length;
      return true;
    }
    if (++depth == DEEPEST) {
      return false;
    }
    ends[depth] = at + length;
    return true;
  }

  private int length() {
    if (at == ends[depth]) {
      return -1;
    }
    int first = octets[at++] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7f;
    if (count == 0 || count > 3 || count > ends[depth] - at) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | (octets[at++] & 0xff);
    }
    return length;
  }
}
