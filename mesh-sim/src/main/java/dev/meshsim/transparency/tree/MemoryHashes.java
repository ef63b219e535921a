package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stored hashes of a tree in memory, 64 octets for each leaf, in blocks that are never copied.
 * One thread appends; others may read what was appended before they learned of it.
 */
public final class MemoryHashes implements HashReader {

  private static final int BITS = 13;
  private static final int BLOCK = 1 << BITS;

  private volatile byte[][] blocks = new byte[0][];
  private volatile long size;

  /** No hashes. */
  public MemoryHashes() {}

  /** The number of hashes. */
  public long size() {
    return size;
  }

  /** Adds hashes after the last. */
  public void append(List<Bytes> hashes) {
    long at = size;
    for (Bytes hash : hashes) {
      int block = Math.toIntExact(at >> BITS);
      if (block == blocks.length) {
        byte[][] more = Arrays.copyOf(blocks, block + 1);
        more[block] = new byte[BLOCK * TreeHasher.OCTETS];
        blocks = more;
      }
      hash.copyTo(blocks[block], offset(at));
      at++;
    }
    size = at;
  }

  private static int offset(long index) {
    return (int) (index & (BLOCK - 1)) * TreeHasher.OCTETS;
  }

  @Override
  public List<Bytes> read(long[] indexes) {
    List<Bytes> found = new ArrayList<>(indexes.length);
    for (long index : indexes) {
      if (index < 0 || index >= size) {
        throw TransparencyException.noHash(index, size);
      }
      int from = offset(index);
      found.add(Bytes.of(blocks[(int) (index >> BITS)], from, from + TreeHasher.OCTETS));
    }
    return found;
  }
}
