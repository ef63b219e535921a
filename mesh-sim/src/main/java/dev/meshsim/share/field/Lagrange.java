package dev.meshsim.share.field;

/**
 * The coefficients of Lagrange interpolation at zero for one set of indexes.
 *
 * <p>Indexes are small, so the coefficients are small rationals. Over a common denominator the
 * numerators fit in words: for every set of indexes from 1 to 16 their magnitudes add up to less
 * than 2^25, and the denominator is under 2^18. So recovery is one weighted sum and one exact
 * division by a word, without inversion in the field.
 */
public final class Lagrange {

  static final int MAX_INDEX = 16;

  private final long[] numerators = new long[MAX_INDEX + 1];
  private final int denominator;
  private final ExactDivisor divisor;

  /** Computes the coefficients for the set of indexes x, 1 to 16, whose bit x is set. */
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
      // The sign alternates: each next index has one more index below it, a negative factor.
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

  /** Divides a field element by the common denominator, in place. */
  public void divide(long[] number) {
    divisor.divide(number);
  }

  /** The numerator, over the common denominator, of the share with this index. */
  public long numerator(int index) {
    return numerators[index];
  }
}
