package dev.meshsim.share;

/**
 * Interpolation at zero from the shares of one set of indexes.
 *
 * <p>Indexes are small, so the coefficients are small rationals. Over one common denominator the
 * numerators are words: for every set of indexes from 1 to 16 their magnitudes sum up to less than
 * 2^25 and the denominator is under 2^18. So a secret is one weighted sum and one exact division by
 * a word; no inverse in the field is needed.
 */
final class Lagrange {

  static final int MAX_INDEX = 16;

  private final PrimeField field;
  private final int indexes;
  private final long[] numerators = new long[MAX_INDEX + 1];
  private final int denominator;

  /** floor((2^63 - 1) / denominator), for remainders without a division. */
  private final long reciprocal;

  private final long[] powersOf32Bits;
  private final long minusPrimeInverse;
  private final int twos;
  private final long odd;
  private final long oddInverse;

  /** Prepares the set of indexes x for which bit x is set, 1 to 16. */
  Lagrange(PrimeField field, int indexes) {
    this.field = field;
    this.indexes = indexes;
    this.denominator = (int) computeNumerators();
    this.reciprocal = Long.MAX_VALUE / denominator;
    this.powersOf32Bits = new long[2 * field.limbs()];
    long power = 1 % denominator;
    for (int i = 0; i < powersOf32Bits.length; i++) {
      powersOf32Bits[i] = power;
      power = (power << 32) % denominator;
    }
    this.minusPrimeInverse = minusInverse(remainder(field.prime()), denominator);
    this.twos = Integer.numberOfTrailingZeros(denominator);
    this.odd = denominator >> twos;
    this.oddInverse = inverseOfOdd(odd);
  }

  private long computeNumerators() {
    long[] divisors = new long[MAX_INDEX + 1];
    long common = 1;
    for (int m = 1; m <= MAX_INDEX; m++) {
      if (!holds(m)) {
        continue;
      }
      long over = 1;
      long under = 1;
      for (int j = 1; j <= MAX_INDEX; j++) {
        if (j != m && holds(j)) {
          over *= j;
          under *= j - m;
        }
      }
      long shared = gcd(over, Math.abs(under)) * Long.signum(under);
      numerators[m] = over / shared;
      divisors[m] = under / shared;
      common = leastCommonMultiple(common, divisors[m]);
    }
    for (int m = 1; m <= MAX_INDEX; m++) {
      if (holds(m)) {
        numerators[m] *= common / divisors[m];
      }
    }
    return common;
  }

  private boolean holds(int index) {
    return (indexes >>> index & 1) != 0;
  }

  int indexes() {
    return indexes;
  }

  /** The common denominator. */
  int denominator() {
    return denominator;
  }

  /** The numerator, over the common denominator, of the share with this index. */
  long numerator(int index) {
    return numerators[index];
  }

  /**
   * Divides a number of the field by the common denominator.
   *
   * <p>A multiple of the prime is added that makes the division exact; then twos are shifted out
   * and the odd rest is divided limb by limb with its inverse modulo 2^64. No branch depends on the
   * number.
   */
  void divide(long[] number) {
    addMultipleOfPrime(number, remainderOfWord(remainder(number) * minusPrimeInverse));
    int limbs = field.limbs();
    long borrow = 0;
    for (int i = 0; i < limbs; i++) {
      long above = i + 1 < limbs ? number[i + 1] : 0;
      long limb = (number[i] >>> twos) | (above << 1 << (63 - twos));
      long difference = limb - borrow;
      long quotient = difference * oddInverse;
      number[i] = quotient;
      borrow =
          Math.multiplyHigh(quotient, odd)
              + (odd & (quotient >> 63))
              + Limbs.borrow(limb, borrow, difference);
    }
  }

  private void addMultipleOfPrime(long[] number, long times) {
    number[field.limbs() - 1] += times << (field.bits() % Long.SIZE);
    long part = times * field.offset();
    long carry = 0;
    for (int i = 0; i < field.limbs(); i++) {
      long sum = number[i] + part + carry;
      carry = Limbs.carry(number[i], part, sum);
      number[i] = sum;
      part >>= 63;
    }
  }

  private long remainder(long[] number) {
    long sum = 0;
    for (int i = 0; i < field.limbs(); i++) {
      sum += (number[i] & 0xffffffffL) * powersOf32Bits[2 * i];
      sum += (number[i] >>> 32) * powersOf32Bits[2 * i + 1];
    }
    return remainderOfWord(sum);
  }

  /** The remainder of 0 to 2^62 - 1 by the denominator. */
  private long remainderOfWord(long word) {
    long quotient = Math.multiplyHigh(word << 1, reciprocal);
    long rest = word - quotient * denominator - denominator;
    return rest + (denominator & (rest >> 63));
  }

  static long leastCommonMultiple(long a, long b) {
    return a / gcd(a, b) * b;
  }

  private static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** The n from 0 to modulus - 1 for which n * value + 1 is a multiple of the modulus. */
  private static long minusInverse(long value, long modulus) {
    long previous = 0;
    long current = 1;
    long dividend = modulus;
    long divisor = value % modulus;
    while (divisor > 1) {
      long quotient = dividend / divisor;
      long rest = dividend - quotient * divisor;
      long next = previous - quotient * current;
      dividend = divisor;
      divisor = rest;
      previous = current;
      current = next;
    }
    return Math.floorMod(-current, modulus);
  }

  /** The inverse modulo 2^64; each step doubles the number of bits that are right. */
  private static long inverseOfOdd(long odd) {
    long inverse = odd;
    for (int correct = 3; correct < Long.SIZE; correct *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
