package dev.meshsim.log.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers names from 0 in the order they come, and finds them again. The names are in large blocks,
 * since a million small objects would burden the garbage collector: some 14 octets for each name
 * and its own octets, at most 65535. Guarded by the lock of {@link LogIndex}.
 */
final class NameTable {

  private static final int BLOCK_BITS = 17;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int LENGTH_OCTETS = 2;
  private static final int FIRST_SLOT_BITS = 7;
  private static final int MIX = 0x9e3779b9;

  private final List<byte[]> blocks = new ArrayList<>();
  private int used = BLOCK;
  private int size;
  private final IntColumn place = new IntColumn();
  private final IntColumn hash = new IntColumn();
  // Open addressing: a name's number plus one, 0 for an empty slot; at most half full.
  private IntColumn slots = new IntColumn();
  private int slotBits = FIRST_SLOT_BITS;

  int size() {
    return size;
  }

  NameTable() {
    slots.reserve(1 << slotBits);
  }

  /** The number of a name, or -1 if it is unknown. */
  int find(String name) {
    int at = slot(name.getBytes(StandardCharsets.UTF_8), name.hashCode() * MIX);
    return slots.get(at) - 1;
  }

  /** The number of a name; a new name is added and its number is the former {@link #size}. */
  int findOrAdd(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    int mixed = name.hashCode() * MIX;
    int at = slot(octets, mixed);
    int found = slots.get(at);
    if (found > 0) {
      return found - 1;
    }
    place.set(size, store(octets));
    hash.set(size, mixed);
    slots.set(at, ++size);
    if (size > 1 << (slotBits - 1)) {
      rehash();
    }
    return size - 1;
  }

  private int slot(byte[] octets, int mixed) {
    int at = mixed >>> (Integer.SIZE - slotBits);
    int found = slots.get(at);
    while (found > 0 && !(hash.get(found - 1) == mixed && holds(found - 1, octets))) {
      at = (at + 1) & ((1 << slotBits) - 1);
      found = slots.get(at);
    }
    return at;
  }

  /** The name of a number. */
  String name(int id) {
    byte[] block = blocks.get(place.get(id) >>> BLOCK_BITS);
    int at = place.get(id) & (BLOCK - 1);
    int length = (block[at] & 0xff) << 8 | (block[at + 1] & 0xff);
    return new String(block, at + LENGTH_OCTETS, length, StandardCharsets.UTF_8);
  }

  private boolean holds(int id, byte[] octets) {
    byte[] block = blocks.get(place.get(id) >>> BLOCK_BITS);
    int at = place.get(id) & (BLOCK - 1);
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
    return Math.addExact(Math.multiplyExact(blocks.size() - 1, BLOCK), at);
  }

  private void rehash() {
    slotBits++;
    slots = new IntColumn();
    slots.reserve(Math.multiplyExact(1 << (slotBits - 1), 2));
    for (int id = 0; id < size; id++) {
      int at = hash.get(id) >>> (Integer.SIZE - slotBits);
      while (slots.get(at) > 0) {
        at = (at + 1) & ((1 << slotBits) - 1);
      }
      slots.set(at, id + 1);
    }
  }
}
