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

  private final long[] numerators = new long[MAX_INDEX + 1];
  private final int denominator;
  private final ExactDivisor divisor;

  /** Prepares the set of indexes x for which bit x is set, 1 to 16. */
  Lagrange(PrimeField field, int indexes) {
    long product = Smooth.ONE;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      product += Smooth.of(Integer.numberOfTrailingZeros(rest));
    }
    long least = Smooth.ONE;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      int m = Integer.numberOfTrailingZeros(rest);
      long coefficient = product - Smooth.of(m);
      for (int others = indexes; others != 0; others &= others - 1) {
        coefficient -= Smooth.of(Math.abs(Integer.numberOfTrailingZeros(others) - m));
      }
      numerators[m] = coefficient;
      least = Smooth.least(least, coefficient);
    }
    long sign = 1;
    for (int rest = indexes; rest != 0; rest &= rest - 1) {
      int m = Integer.numberOfTrailingZeros(rest);
      // One more index lies below each time, so one more factor is negative.
      numerators[m] = sign * Smooth.integer(numerators[m] - least);
      sign = -sign;
    }
    this.denominator = (int) Smooth.integer(Smooth.ONE - least);
    this.divisor = field.divisor(denominator);
  }

  /** The common denominator. */
  int denominator() {
    return denominator;
  }

  /** Divides a number of the field by the common denominator. */
  void divide(long[] number) {
    divisor.divide(number);
  }

  /** The numerator, over the common denominator, of the share with this index. */
  long numerator(int index) {
    return numerators[index];
  }
}
