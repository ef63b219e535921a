package dev.meshsim.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers names from 0 in the order they come, and finds them again. The names stand in large
 * blocks, so that a million of them is no burden to the garbage collector: some 14 octets for each
 * and the octets of the name, at most 65535. Guarded by the lock of {@link LogIndex}.
 */
final class NameTable {

  private static final int BLOCK_BITS = 20;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int LENGTH_OCTETS = 2;
  private static final int MIX = 0x9e3779b9;

  private final List<byte[]> blocks = new ArrayList<>();
  private int used = BLOCK;
  private int size;
  private int[] place = new int[64];
  private int[] hash = new int[64];
  // Open addressing: a name's number plus one, 0 for an empty slot; at most half full.
  private int[] slots = new int[128];

  int size() {
    return size;
  }

  /** The number of a name, or -1 if it never came. */
  int find(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    int at = slot(octets, name.hashCode() * MIX);
    return slots[at] - 1;
  }

  /** The number of a name, {@link #size} as it was before if it is new. */
  int findOrAdd(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    int mixed = name.hashCode() * MIX;
    int at = slot(octets, mixed);
    if (slots[at] > 0) {
      return slots[at] - 1;
    }
    if (size == place.length) {
      place = Arrays.copyOf(place, Math.addExact(size, size >> 1));
      hash = Arrays.copyOf(hash, place.length);
    }
    place[size] = store(octets);
    hash[size] = mixed;
    slots[at] = ++size;
    if (size > slots.length / 2) {
      rehash();
    }
    return size - 1;
  }

  private int slot(byte[] octets, int mixed) {
    int at = mixed >>> Integer.numberOfLeadingZeros(slots.length - 1);
    while (slots[at] > 0 && !(hash[slots[at] - 1] == mixed && holds(slots[at] - 1, octets))) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private boolean holds(int id, byte[] octets) {
    byte[] block = blocks.get(place[id] >>> BLOCK_BITS);
    int at = place[id] & (BLOCK - 1);
    int length = (block[at] & 0xff) << 8 | (block[at + 1] & 0xff);
    int from = at + LENGTH_OCTETS;
    return length == octets.length
        && Arrays.equals(block, from, from + length, octets, 0, octets.length);
  }

  private int store(byte[] octets) {
    int needed = LENGTH_OCTETS + octets.length;
    if (BLOCK - used < needed) {
      blocks.add(new byte[BLOCK]);
      used = 0;
    }
    byte[] block = blocks.get(blocks.size() - 1);
    int at = used;
    block[at] = (byte) (octets.length >> 8);
    block[at + 1] = (byte) octets.length;
    System.arraycopy(octets, 0, block, at + LENGTH_OCTETS, octets.length);
    used += needed;
    return Math.addExact((blocks.size() - 1) * BLOCK, at);
  }

  private void rehash() {
    int[] larger = new int[Math.multiplyExact(slots.length, 2)];
    for (int id = 0; id < size; id++) {
      int at = hash[id] >>> Integer.numberOfLeadingZeros(larger.length - 1);
      while (larger[at] > 0) {
        at = (at + 1) & (larger.length - 1);
      }
      larger[at] = id + 1;
    }
    slots = larger;
  }
}
