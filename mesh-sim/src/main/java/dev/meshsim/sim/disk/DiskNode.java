package dev.meshsim.sim.disk;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file on a simulated disk or, without content, a directory. */
final class DiskNode {

  private final boolean directory;
  private byte[] seen = new byte[0];
  private byte[] forced = new byte[0];
  private List<int[]> unforced = new ArrayList<>();

  DiskNode(boolean directory) {
    this.directory = directory;
  }

  /** True for a directory. */
  boolean isDirectory() {
    return directory;
  }

  byte[] seen() {
    return seen;
  }

  void write(byte[] octets, int length, int at) {
    seen = Arrays.copyOf(seen, Math.max(seen.length, at + length));
    System.arraycopy(octets, 0, seen, at, length);
    unforced.add(new int[] {at, at + length});
  }

  /** Turns bits of one octet over, as the medium does. */
  void turn(int at, int bits) {
    seen[at] ^= (byte) bits;
    if (at < forced.length) {
      forced[at] ^= (byte) bits;
    }
  }

  void truncate(int size) {
    seen = Arrays.copyOf(seen, Math.min(size, seen.length));
  }

  void force() {
    forced = Arrays.copyOf(forced, seen.length);
    for (int[] range : unforced) {
      int to = Math.min(range[1], seen.length);
      if (range[0] < to) {
        System.arraycopy(seen, range[0], forced, range[0], to - range[0]);
      }
    }
    unforced.clear();
  }

  /** Ends a force that failed: the data counts as forced but is not on the disk. */
  void failToForce() {
    unforced.clear();
  }

  DiskNode copy() {
    DiskNode copy = new DiskNode(directory);
    copy.seen = seen.clone();
    copy.forced = forced.clone();
    copy.unforced = new ArrayList<>(unforced);
    return copy;
  }

  void losePower() {
    seen = forced.clone();
    unforced.clear();
  }

  void describe(DataOutputStream to) throws IOException {
    to.writeBoolean(directory);
    to.writeInt(seen.length);
    to.write(seen);
    to.writeInt(forced.length);
    to.write(forced);
    to.writeInt(unforced.size());
    for (int[] range : unforced) {
      to.writeInt(range[0]);
      to.writeInt(range[1]);
    }
  }
}
