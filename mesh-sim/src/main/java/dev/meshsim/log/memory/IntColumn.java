package dev.meshsim.log.memory;

import java.util.Arrays;

/**
 * An array of numbers that grows without being copied: in blocks that the garbage collector moves
 * cheaply. Fresh places hold 0.
 */
final class IntColumn {

  private static final int BITS = 14;
  private static final int BLOCK = 1 << BITS;
  private static final int MASK = BLOCK - 1;

  private int[][] blocks = new int[0][];

  int get(int at) {
    return blocks[at >> BITS][at & MASK];
  }

  /** The number at a place; 0 if none was set there or later. */
  int getOrZero(int at) {
    return at >> BITS < blocks.length ? get(at) : 0;
  }

  void set(int at, int value) {
    if (at >> BITS >= blocks.length) {
      reserve(at + 1);
    }
    blocks[at >> BITS][at & MASK] = value;
  }

  /** Makes room for the places below {@code size}. */
  void reserve(int size) {
    int before = blocks.length;
    int needed = (size + MASK) >> BITS;
    if (needed > before) {
      blocks = Arrays.copyOf(blocks, needed);
      for (int i = before; i < needed; i++) {
        blocks[i] = new int[BLOCK];
      }
    }
  }
}
