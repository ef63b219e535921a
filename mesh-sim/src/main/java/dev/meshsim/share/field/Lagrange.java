package dev.meshsim.share.field;

/**
 * Interpolation at zero from the shares of one set of indexes.
 *
 * <p>Indexes are small, so the coefficients are small rationals. Over one common denominator the
 * numerators are words: for every set of indexes from 1 to 16 their magnitudes sum up to less than
 * 2^25 and the denominator is under 2^18. So a secret is one weighted sum and one exact division by
 * a word; no inverse in the field is needed.
 */
public final class Lagrange {

  static final int MAX_INDEX = 16;

  private final long[] numerators = new long[MAX_INDEX + 1];
  private final int denominator;
  private final ExactDivisor divisor;

  /** Prepares the set of indexes x for which bit x is set, 1 to 16. */
  Lagrange(PrimeField field, int indexes) {
    long product = SmoothRational.ONE;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      product += SmoothRational.of(Integer.numberOfTrailingZeros(rest));
    }
    long least = SmoothRational.ONE;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      int m = Integer.numberOfTrailingZeros(rest);
      long coefficient = product - SmoothRational.of(m);
      for (int others = indexes; others != 0; others &= others - 1) {
        coefficient -= SmoothRational.of(Math.abs(Integer.numberOfTrailingZeros(others) - m));
      }
      numerators[m] = coefficient;
      least = SmoothRational.least(least, coefficient);
    }
    long sign = 1;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      int m = Integer.numberOfTrailingZeros(rest);
      // One more index lies below each time, so one more factor is negative.
      numerators[m] = sign * SmoothRational.integer(numerators[m] - least);
      sign = -sign;
    }
    this.denominator = (int) SmoothRational.integer(SmoothRational.ONE - least);
    this.divisor = field.divisor(denominator);
  }

  /** The common denominator. */
  int denominator() {
    return denominator;
  }

  /** Divides a number of the field by the common denominator. */
  public void divide(long[] number) {
    divisor.divide(number);
  }

  /** The numerator, over the common denominator, of the share with this index. */
  public long numerator(int index) {
    return numerators[index];
  }
}
