package dev.meshsim.share.field;

/**
 * A divider of field elements by one small number, without inversion in the field.
 *
 * <p>It adds the multiple of the prime that makes the division exact, shifts out the divisor's
 * factors of two and divides by the odd rest limb by limb, with its inverse modulo 2^64. No branch
 * depends on the dividend, which is secret.
 */
final class ExactDivisor {

  private final PrimeField field;
  private final int divisor;

  /** The value floor((2^63 - 1) / divisor), for remainders without a division instruction. */
  private final long reciprocal;

  /** For each half limb i the number of primes to add, modulo the divisor: -2^(32 i) / prime. */
  private final long[] timesOfHalf;

  private final int twos;
  private final long odd;
  private final long oddInverse;

  /**
   * Prepares to divide.
   *
   * @param divisor 1 to 2^18, with no prime factor over 13
   */
  ExactDivisor(PrimeField field, int divisor) {
    this.field = field;
    this.divisor = divisor;
    this.reciprocal = Long.MAX_VALUE / divisor;
    this.timesOfHalf = new long[2 * field.limbs()];
    long times = minusInverse(primeRemainder(), divisor);
    for (int i = 0; i < timesOfHalf.length; i++) {
      timesOfHalf[i] = times;
      times = (times << 32) % divisor;
    }
    this.twos = Integer.numberOfTrailingZeros(divisor);
    this.odd = divisor >> twos;
    this.oddInverse = inverseOfOdd(odd);
  }

  /** Divides a field element, held in the first {@code limbs} limbs, in place. */
  void divide(long[] number) {
    addMultipleOfPrime(number, timesToAdd(number));
    int limbs = field.limbs();
    long borrow = 0;
    long above = number[0];
    for (int i = 1; i <= limbs; i++) {
      long here = above;
      above = i < limbs ? number[i] : 0;
      long limb = (here >>> twos) | (above << 1 << (63 - twos));
      long difference = limb - borrow;
      long quotient = difference * oddInverse;
      number[i - 1] = quotient;
      borrow =
          Math.multiplyHigh(quotient, odd)
              + (odd & (quotient >> 63))
              + Limbs.borrow(limb, borrow, difference);
    }
  }

  /** Adds {@code times} times the prime, as that many times 2^bits and the offset. */
  private void addMultipleOfPrime(long[] number, long times) {
    int limbs = field.limbs();
    number[limbs - 1] += times << (field.bits() % Long.SIZE);
    long part = times * field.offset();
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long limb = number[i];
      long sum = limb + part + carry;
      carry = Limbs.carry(limb, part, sum);
      number[i] = sum;
      part >>= 63;
    }
  }

  /** The number of primes to add so that the divisor divides the sum. */
  private long timesToAdd(long[] number) {
    long sum = 0;
    for (int i = 0; i < field.limbs(); i++) {
      sum += (number[i] & 0xffffffffL) * timesOfHalf[2 * i];
      sum += (number[i] >>> 32) * timesOfHalf[2 * i + 1];
    }
    return remainder(sum);
  }

  private long primeRemainder() {
    long power = 1 % divisor;
    for (int i = 0; i < field.bits(); i++) {
      power = power * 2 % divisor;
    }
    return Math.floorMod(power + field.offset(), (long) divisor);
  }

  /** The remainder of {@code word}, 0 to 2^62 - 1, by the divisor, without a branch. */
  private long remainder(long word) {
    long quotient = Math.multiplyHigh(word << 1, reciprocal);
    long rest = word - quotient * divisor - divisor;
    return rest + (divisor & (rest >> 63));
  }

  /** The n from 0 to modulus - 1 for which n * value + 1 is a multiple of the modulus. */
  private static long minusInverse(long value, long modulus) {
    long previous = 0;
    long current = 1;
    long dividend = modulus;
    long rest = value % modulus;
    while (rest > 1) {
      long quotient = dividend / rest;
      long nextRest = dividend - quotient * rest;
      long next = previous - quotient * current;
      dividend = rest;
      rest = nextRest;
      previous = current;
      current = next;
    }
    return Math.floorMod(-current, modulus);
  }

  /** The inverse modulo 2^64 by Newton's iteration: each step doubles the number of right bits. */
  private static long inverseOfOdd(long odd) {
    long inverse = odd;
    for (int correct = 3; correct < Long.SIZE; correct *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
