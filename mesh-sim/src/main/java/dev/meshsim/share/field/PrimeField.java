package dev.meshsim.share.field;

import java.math.BigInteger;

/**
 * The field of integers modulo a prime 2^bits + offset. An element is an array of {@link #limbs}
 * 64-bit limbs, least significant first.
 *
 * <p>The offset is small, so a number is reduced by folds: the part above 2^bits is multiplied by
 * -offset and added to the rest. The number of folds depends only on the prime. No branch and no
 * array index depends on an element, since elements are secret.
 */
public final class PrimeField {

  /**
   * The field modulo 2^129 - 25, of the reference implementation of 2017 for secrets of 128 bits.
   */
  public static final PrimeField PORTAL_2017 = new PrimeField(129, -25);

  /** The bound on weights: the magnitudes in one sum must add up to less than 2 to this power. */
  static final int WEIGHT_BITS = 30;

  private static final long BIAS = 1L << WEIGHT_BITS;
  private static final long LOW_HALF = 0xffffffffL;
  private static final int STEP = 32;

  /** The offsets of mesh-udf-08 section 11 (appendix A), for 32, 64 ... 512 bits. */
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

  /** Dividers by denominator. There are 649 denominators, most with a slot of their own. */
  private final SlotCache<ExactDivisor> divisors =
      new SlotCache<>(10, divisor -> new ExactDivisor(this, divisor));

  /** Coefficients by set of indexes. Of the 65,535 sets few are in use at a time. */
  private final SlotCache<Lagrange> coefficients =
      new SlotCache<>(10, indexes -> new Lagrange(this, indexes));

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
    this.folds = folds(bits, offset);
    this.prime = new long[limbs];
    BigInteger value = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(offset));
    byte[] octets = value.toByteArray();
    Limbs.readBigEndian(octets, 0, octets.length, prime);
    this.draw = new UniformDraw(this, value);
  }

  /**
   * The field of mesh-udf-08 section 11 (appendix A) for secrets of {@code bits} bits.
   *
   * @param bits a multiple of 32 from 32 to 512
   */
  public static PrimeField mesh(int bits) {
    return MESH[bits / STEP - 1];
  }

  /**
   * The number of folds that bring a weighted sum within one prime of the field. Before the first
   * the sum is not negative. With a positive offset each fold inverts the sign of the part above
   * 2^bits, and no such part may remain after the last; so their number is then odd.
   */
  private static int folds(int bits, int offset) {
    BigInteger power = BigInteger.ONE.shiftLeft(bits);
    BigInteger most = BigInteger.valueOf(Math.abs(offset));
    BigInteger subtracted = BigInteger.ONE.shiftLeft(WEIGHT_BITS + 2).multiply(most);
    int count = 1;
    BigInteger room = power.subtract(most.multiply(BigInteger.valueOf(3)));
    while (subtracted.compareTo(room) > 0 || (offset > 0 && count % 2 == 0)) {
      subtracted = subtracted.shiftRight(bits).add(BigInteger.ONE).multiply(most);
      count++;
    }
    return count;
  }

  /** The exponent of the power of two next to the prime. */
  public int bits() {
    return bits;
  }

  /** The difference of the prime and 2^bits; may be negative. */
  public int offset() {
    return offset;
  }

  /** The number of limbs of a field element. */
  public int limbs() {
    return limbs;
  }

  /** The generator of random field elements. */
  UniformDraw draw() {
    return draw;
  }

  /** The divider by a small number; cached. */
  ExactDivisor divisor(int divisor) {
    return divisors.get(divisor);
  }

  /** The interpolation from a set of indexes, given as a mask in which bit x is index x; cached. */
  public Lagrange lagrange(int indexes) {
    return coefficients.get(indexes);
  }

  /**
   * Computes a weighted sum of field elements.
   *
   * @param weights signed; their magnitudes add up to less than 2^{@value #WEIGHT_BITS}
   * @param values at least {@code count} field elements
   * @param sum receives the result in its first {@code limbs} limbs and zero in the next
   */
  public void weightedSum(long[] weights, long[][] values, int count, long[] sum) {
    // BIAS times the prime is added to keep the sum from being negative: the offset's part here,
    // the power's part in the first fold. Weights are so small that half limbs cannot overflow.
    long carry = offset * BIAS;
    for (int i = 0; i < limbs; i++) {
      long low = carry;
      long high = 0;
      for (int j = 0; j < count; j++) {
        long weight = weights[j];
        long value = values[j][i];
        low += weight * (value & LOW_HALF);
        high += weight * (value >>> 32);
      }
      high += low >> 32;
      sum[i] = (high << 32) | (low & LOW_HALF);
      carry = high >> 32;
    }
    sum[limbs] = carry;
    reduce(sum, BIAS);
  }

  /**
   * Reduces a number of {@code limbs + 1} limbs, 0 to 2^(bits + {@value #WEIGHT_BITS} + 1), to a
   * field element, in place.
   */
  void reduce(long[] number) {
    reduce(number, 0);
  }

  private void reduce(long[] number, long bias) {
    fold(number, bias);
    for (int i = 1; i < folds; i++) {
      fold(number, 0);
    }
    if (offset < 0) {
      number[limbs] -= subtractPrime(number);
    }
    addPrime(number, number[limbs] >> 63);
    number[limbs] = 0;
  }

  private void fold(long[] number, long bias) {
    long top = number[limbs - 1];
    long above = ((top >>> shift) | (number[limbs] << 1 << (63 - shift))) + bias;
    number[limbs - 1] = top & topMask;
    number[limbs] = 0;
    long part = offset * above;
    long borrow = 0;
    for (int i = 0; i <= limbs; i++) {
      long limb = number[i];
      long difference = limb - part - borrow;
      borrow = Limbs.borrow(limb, part, difference);
      number[i] = difference;
      part >>= 63;
    }
  }

  /** Subtracts the prime from the low limbs and returns the borrow, 0 or 1. */
  public long subtractPrime(long[] number) {
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      long difference = number[i] - prime[i] - borrow;
      borrow = Limbs.borrow(number[i], prime[i], difference);
      number[i] = difference;
    }
    return borrow;
  }

  /** Adds the prime to the low limbs if the mask is -1, or nothing if it is 0. */
  public void addPrime(long[] number, long mask) {
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long part = prime[i] & mask;
      long sum = number[i] + part + carry;
      carry = Limbs.carry(number[i], part, sum);
      number[i] = sum;
    }
  }

  /** True if the field element is 2^bits or more. */
  boolean exceedsBits(long[] number) {
    return (number[limbs - 1] >>> shift) != 0;
  }

  /** True if the number in the first {@code limbs} limbs is less than the prime. */
  public boolean contains(long[] number) {
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      borrow = Limbs.borrow(number[i], prime[i], number[i] - prime[i] - borrow);
    }
    return borrow != 0;
  }

  @Override
  public String toString() {
    return "2^" + bits + (offset < 0 ? " - " : " + ") + Math.abs(offset);
  }
}
