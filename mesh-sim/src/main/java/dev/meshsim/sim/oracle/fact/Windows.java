package dev.meshsim.sim.oracle.fact;

import java.util.Arrays;

/**
 * A set of octet strings of one length, 1 to 16, each as two longs with a number. A look-up costs
 * the same however many there are.
 */
final class Windows {

  private static final int FILTER = 1 << 16;

  final int octets;
  private final long highMask;
  private final long lowMask;
  private long[] high = new long[64];
  private long[] low = new long[64];
  private int[] numbers = filled(64);
  private int size;

  /** A bit for each window, by which most others are told at once. */
  private long[] filter = new long[FILTER / Long.SIZE];

  Windows(int octets) {
    this.octets = octets;
    this.highMask = mask(octets - Long.BYTES);
    this.lowMask = mask(Math.min(octets, Long.BYTES));
  }

  private static long mask(int octets) {
    return octets <= 0 ? 0 : octets >= Long.BYTES ? -1L : (1L << (octets * Byte.SIZE)) - 1;
  }

  private static int[] filled(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, -1);
    return empty;
  }

  /** Adds {@code secret[from]} and what follows; the first number of equal octets counts. */
  void add(byte[] secret, int from, int number) {
    long h = 0;
    long l = 0;
    for (int i = from; i < from + octets; i++) {
      h = h << Byte.SIZE | l >>> (Long.SIZE - Byte.SIZE);
      l = l << Byte.SIZE | (secret[i] & 0xff);
    }
    if (find(h, l) < 0) {
      if (4 * (size + 1) > numbers.length) {
        grow();
      }
      put(h, l, number);
    }
  }

  private void put(long h, long l, int number) {
    int at = slot(h, l);
    while (numbers[at] >= 0) {
      at = (at + 1) & (numbers.length - 1);
    }
    high[at] = h;
    low[at] = l;
    numbers[at] = number;
    size++;
    int bit = bit(l);
    filter[bit / Long.SIZE] |= 1L << bit;
  }

  private int bit(long l) {
    return (int) ((l * 0x9e3779b97f4a7c15L) >>> 32) & (filter.length * Long.SIZE - 1);
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldNumbers = numbers;
    high = new long[2 * oldNumbers.length];
    low = new long[2 * oldNumbers.length];
    numbers = filled(2 * oldNumbers.length);
    size = 0;
    filter = new long[Math.max(FILTER, 8 * numbers.length) / Long.SIZE];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] >= 0) {
        put(oldHigh[i], oldLow[i], oldNumbers[i]);
      }
    }
  }

  private int slot(long h, long l) {
    long mixed = (h ^ Long.rotateLeft(l, 29)) * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32) & (numbers.length - 1);
  }

  /** The number of the octets at the low end of the two longs, or -1. */
  int find(long h, long l) {
    long maskedLow = l & lowMask;
    int bit = bit(maskedLow);
    if ((filter[bit / Long.SIZE] & 1L << bit) == 0) {
      return -1;
    }
    long maskedHigh = h & highMask;
    int at = slot(maskedHigh, maskedLow);
    while (numbers[at] >= 0) {
      if (low[at] == maskedLow && high[at] == maskedHigh) {
        return numbers[at];
      }
      at = (at + 1) & (numbers.length - 1);
    }
    return -1;
  }
}
