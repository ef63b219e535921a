package dev.meshsim.share;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The integers modulo a prime 2^bits + offset, as little-endian 64-bit limbs.
 *
 * <p>The offset is small, so 2^bits is replaced by -offset to reduce a number: a fold. How many
 * folds there are depends on the prime alone. No branch and no index depends on a number's value.
 */
final class PrimeField {

  /** 2^129 - 25, in which the reference implementation of 2017 shares secrets of 128 bits. */
  static final PrimeField PORTAL_2017 = new PrimeField(129, -25);

  /** Sums of weights must stay under 2 to this power; 16^14, the largest power used, does. */
  static final int WEIGHT_BITS = 57;

  private static final int STEP = 32;
  private static final int[] MESH_OFFSETS = {
    15, 13, 61, 51, 7, 133, 735, 297, 127, 27, 55, 231, 235, 211, 165, 75
  };
  private static final PrimeField[] MESH = new PrimeField[MESH_OFFSETS.length];

  static {
    for (int i = 0; i < MESH.length; i++) {
      MESH[i] = new PrimeField((i + 1) * STEP, MESH_OFFSETS[i]);
    }
  }

  private final int bits;
  private final int offset;
  private final int limbs;
  private final int shift;
  private final long topMask;
  private final int folds;
  private final long[] prime;
  private final UniformDraw draw;
  private final LagrangeCache lagrange = new LagrangeCache();

  /**
   * Makes a field.
   *
   * @param bits 3 to 512, at most 56 more than a multiple of 64
   * @param offset what is added to 2^bits to make the prime; its magnitude is under 2^bits / 4 and
   *     under 2^10
   */
  PrimeField(int bits, int offset) {
    this.bits = bits;
    this.offset = offset;
    this.limbs = bits / Long.SIZE + 1;
    this.shift = bits % Long.SIZE;
    this.topMask = (1L << shift) - 1;
    this.folds = folds(bits, Math.abs(offset));
    this.prime = new long[limbs];
    BigInteger value = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(offset));
    byte[] octets = value.toByteArray();
    Limbs.readBigEndian(octets, 0, octets.length, prime, 0);
    this.draw = new UniformDraw(this, value);
  }

  /**
   * The field of mesh-udf-08 appendix A for secrets of {@code bits} bits.
   *
   * @param bits a multiple of 32 from 32 to 512
   */
  static PrimeField mesh(int bits) {
    return MESH[bits / STEP - 1];
  }

  /** Folds until the part above 2^bits is at most one in magnitude, then once more. */
  private static int folds(int bits, int offset) {
    BigInteger above = BigInteger.ONE.shiftLeft(WEIGHT_BITS + 2);
    int count = 1;
    while (above.compareTo(BigInteger.ONE) > 0) {
      above = above.multiply(BigInteger.valueOf(offset)).shiftRight(bits).add(BigInteger.ONE);
      count++;
    }
    return count;
  }

  /** The power of two that the prime is close to. */
  int bits() {
    return bits;
  }

  /** What is added to 2^bits to make the prime; may be negative. */
  int offset() {
    return offset;
  }

  /** How many limbs hold a number of the field. */
  int limbs() {
    return limbs;
  }

  /** The prime; a copy. */
  long[] prime() {
    return prime.clone();
  }

  /** Where this field's random numbers come from. */
  UniformDraw draw() {
    return draw;
  }

  /** What brings the secret back from the shares of these indexes; bit x stands for index x. */
  Lagrange lagrange(int indexes) {
    return lagrange.get(this, indexes);
  }

  /**
   * The weighted sum of numbers, modulo the prime.
   *
   * @param weights signed; their magnitudes sum up to less than 2^{@value #WEIGHT_BITS}
   * @param values {@code count} numbers of the field, one after another
   * @param sum at least {@code limbs + 1} limbs; the result is in the first {@code limbs}, and the
   *     one after them is zero
   */
  void weightedSum(long[] weights, long[] values, int count, long[] sum) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < limbs; i++) {
      for (int j = 0, at = i; j < count; j++, at += limbs) {
        long weight = weights[j];
        long value = values[at];
        long product = weight * value;
        long next = low + product;
        // multiplyHigh takes the value as signed; a top bit set there stood for 2^64 more.
        high +=
            Math.multiplyHigh(weight, value)
                + (weight & (value >> 63))
                + Limbs.carry(low, product, next);
        low = next;
      }
      sum[i] = low;
      low = high;
      high >>= 63;
    }
    sum[limbs] = low;
    reduce(sum);
  }

  /**
   * Brings a signed number of {@code limbs + 1} limbs, under 2^(bits + {@value #WEIGHT_BITS} + 1)
   * in magnitude, into the field.
   */
  void reduce(long[] number) {
    for (int i = 0; i < folds; i++) {
      fold(number);
    }
    addPrime(number, number[limbs] >> 63);
    addPrime(number, -subtractPrime(number));
    number[limbs] = 0;
  }

  private void fold(long[] number) {
    long top = number[limbs - 1];
    long above = (top >>> shift) | (number[limbs] << 1 << (63 - shift));
    number[limbs - 1] = top & topMask;
    number[limbs] = 0;
    long high = Math.multiplyHigh(offset, above);
    long part = offset * above;
    long borrow = 0;
    for (int i = 0; i <= limbs; i++) {
      long limb = number[i];
      long difference = limb - part - borrow;
      borrow = Limbs.borrow(limb, part, difference);
      number[i] = difference;
      part = high;
      high >>= 63;
    }
  }

  /** Subtracts the prime from the low limbs and returns the borrow, 0 or 1. */
  long subtractPrime(long[] number) {
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      long difference = number[i] - prime[i] - borrow;
      borrow = Limbs.borrow(number[i], prime[i], difference);
      number[i] = difference;
    }
    return borrow;
  }

  /** Adds the prime to the low limbs if the mask is -1, or nothing if it is 0. */
  void addPrime(long[] number, long mask) {
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long part = prime[i] & mask;
      long sum = number[i] + part + carry;
      carry = Limbs.carry(number[i], part, sum);
      number[i] = sum;
    }
  }

  /** True if the number of the field at {@code values[at]} is 2^bits or more. */
  boolean exceedsBits(long[] values, int at) {
    return (values[at + limbs - 1] >>> shift) != 0;
  }

  /** True if the number at {@code values[at]}, of {@code limbs} limbs, is under the prime. */
  boolean contains(long[] values, int at) {
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      borrow = Limbs.borrow(values[at + i], prime[i], values[at + i] - prime[i] - borrow);
    }
    return borrow != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrimeField field && Arrays.equals(prime, field.prime);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(prime);
  }

  @Override
  public String toString() {
    return "2^" + bits + (offset < 0 ? " - " : " + ") + Math.abs(offset);
  }
}
