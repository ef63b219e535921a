package dev.meshsim.share;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;

/** A polynomial over a prime field, as its coefficients one after another, the secret first. */
final class Polynomial {

  private static final long[][] POWERS = new long[Lagrange.MAX_INDEX + 1][Lagrange.MAX_INDEX - 1];

  static {
    for (int x = 1; x < POWERS.length; x++) {
      long power = 1;
      for (int exponent = 0; exponent < POWERS[x].length; exponent++) {
        POWERS[x][exponent] = power;
        power *= x;
      }
    }
  }

  private Polynomial() {}

  /**
   * Hides a secret in a random polynomial of degree {@code quorum - 1}.
   *
   * @param secret a number of the field
   * @param fit whether every value must be under 2^bits; if one is not, another polynomial is drawn
   * @return the values at 1 to {@code shares}, one after another
   */
  static long[] split(
      PrimeField field, long[] secret, int quorum, int shares, boolean fit, RandomStream random) {
    int limbs = field.limbs();
    long[] coefficients = new long[quorum * limbs];
    System.arraycopy(secret, 0, coefficients, 0, limbs);
    long[] values;
    do {
      field.draw().fill(coefficients, limbs, quorum - 1, random);
      values = evaluate(field, coefficients, quorum, shares);
    } while (fit && exceeds(field, values));
    Arrays.fill(coefficients, 0);
    return values;
  }

  /**
   * The values at 1 to {@code shares}, one after another.
   *
   * @param quorum the number of coefficients, 1 to 15
   * @param shares 1 to 16
   */
  static long[] evaluate(PrimeField field, long[] coefficients, int quorum, int shares) {
    int limbs = field.limbs();
    long[] values = new long[shares * limbs];
    long[] sum = new long[limbs + 1];
    for (int x = 1; x <= shares; x++) {
      field.weightedSum(POWERS[x], coefficients, quorum, sum);
      System.arraycopy(sum, 0, values, (x - 1) * limbs, limbs);
    }
    Arrays.fill(sum, 0);
    return values;
  }

  private static boolean exceeds(PrimeField field, long[] values) {
    for (int at = 0; at < values.length; at += field.limbs()) {
      if (field.exceedsBits(values, at)) {
        return true;
      }
    }
    return false;
  }
}
