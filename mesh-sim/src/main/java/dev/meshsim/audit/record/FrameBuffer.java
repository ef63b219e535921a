package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;

/**
 * A sliding window on a file, from the first octet that is still needed to the last that was read.
 * It doubles when moving its content would free less than half of it, so an octet is moved a
 * bounded number of times on average.
 */
public final class FrameBuffer {

  private static final int FIRST = 1 << 16;

  private final InputStream in;
  private byte[] octets = new byte[FIRST];
  private long base;
  private int kept;
  private int limit;

  /** Reads {@code in}, which the caller closes. */
  public FrameBuffer(InputStream in) {
    this.in = in;
  }

  /** The offset in the file after the last octet of the window. */
  long end() {
    return base + limit;
  }

  /** The octet at {@code offset} of the file, which must be in the window. */
  byte at(long offset) {
    return octets[(int) (offset - base)];
  }

  /** Releases the octets before {@code offset}. */
  void forgetBefore(long offset) {
    kept = (int) (offset - base);
  }

  /** A copy of the octets from {@code from} to before {@code to}. */
  Bytes copy(long from, long to) {
    return Bytes.of(octets, (int) (from - base), (int) (to - base));
  }

  /**
   * Skips octets without a meaning for the framing.
   *
   * @param to the offset to stop at
   * @param special for each octet, 0 to 255, true if it has a meaning
   * @return the offset of the first special octet, or {@code to}, or the end of the window
   */
  long skip(long from, long to, boolean[] special) {
    int end = (int) Math.min(limit, to - base);
    int i = (int) (from - base);
    while (i < end && !special[octets[i] & 0xff]) {
      i++;
    }
    return base + i;
  }

  /** Reads until the window ends at {@code offset} or later; false if the file ends before it. */
  boolean reach(long offset) throws IOException {
    boolean more = true;
    while (more && end() < offset) {
      more = fill();
    }
    return end() >= offset;
  }

  /** Reads more; false at the end of the file. */
  boolean fill() throws IOException {
    if (limit == octets.length) {
      makeRoom();
    }
    int count = in.read(octets, limit, octets.length - limit);
    if (count < 0) {
      return false;
    }
    limit += count;
    return true;
  }

  private void makeRoom() {
    int wanted = limit - kept;
    byte[] target = wanted > octets.length / 2 ? new byte[2 * octets.length] : octets;
    System.arraycopy(octets, kept, target, 0, wanted);
    octets = target;
    base += kept;
    kept = 0;
    limit = wanted;
  }
}
