package dev.meshsim.share.field;

/**
 * Arithmetic on positive rationals whose prime factors are all at most 13. A number is one word of
 * six lanes of ten bits: the exponents of 2, 3, 5, 7, 11 and 13. All products and quotients of 1 to
 * 16 have this form, in which no greatest common divisor is needed.
 */
final class SmoothRational {

  /** The number one. Each lane stores its exponent plus 32. */
  static final long ONE = lanes(32);

  private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};
  private static final int LANE = 10;
  private static final long LANE_MASK = (1 << LANE) - 1;
  private static final long TOP_BITS = lanes(1 << (LANE - 1));
  private static final int MOST_EXPONENT = 64;
  private static final long[][] POWERS = powers();
  private static final long[] EXPONENTS = exponents();

  private SmoothRational() {}

  private static long lanes(int value) {
    long lanes = 0;
    for (int i = 0; i < 6; i++) {
      lanes |= (long) value << (LANE * i);
    }
    return lanes;
  }

  private static long[][] powers() {
    long[][] powers = new long[PRIMES.length][MOST_EXPONENT];
    for (int i = 0; i < PRIMES.length; i++) {
      long power = 1;
      for (int exponent = 0; exponent < MOST_EXPONENT; exponent++) {
        powers[i][exponent] = power;
        power *= PRIMES[i];
      }
    }
    return powers;
  }

  private static long[] exponents() {
    long[] exponents = new long[Lagrange.MAX_INDEX + 1];
    for (int number = 2; number < exponents.length; number++) {
      int rest = number;
      for (int i = 0; i < PRIMES.length; i++) {
        while (rest % PRIMES[i] == 0) {
          exponents[number] += 1L << (LANE * i);
          rest /= PRIMES[i];
        }
      }
    }
    return exponents;
  }

  /**
   * The word to add to multiply by {@code number}, or to subtract to divide by it; 0 counts as 1.
   */
  static long of(int number) {
    return EXPONENTS[number];
  }

  /** The smaller exponent in each lane. */
  static long least(long a, long b) {
    long notLess = (((a | TOP_BITS) - b) & TOP_BITS) >>> (LANE - 1);
    long takeB = (notLess << LANE) - notLess;
    return (b & takeB) | (a & ~takeB);
  }

  /** The integer with these exponents, which are stored without the 32. */
  static long integer(long exponents) {
    long product = 1;
    for (int i = 0; i < PRIMES.length; i++) {
      product *= POWERS[i][(int) (exponents >>> (LANE * i) & LANE_MASK)];
    }
    return product;
  }
}
