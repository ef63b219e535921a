package dev.meshsim.share.field;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;

/** Operations on polynomials over a prime field whose value at zero is a secret. */
public final class Polynomial {

  /**
   * The number of coefficients per weighted sum: 16^7 is the largest power whose sums of weights
   * fit.
   */
  private static final int STEP = 7;

  private static final long[][] POWERS = new long[Lagrange.MAX_INDEX + 1][STEP + 1];

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
   * @param secret a field element
   * @param fit true to draw polynomials until every value is under 2^bits (mesh-udf-08 4.5.1)
   * @param random the source of the other coefficients
   * @return the values at 1 to {@code shares}
   */
  public static long[][] split(
      PrimeField field, long[] secret, int quorum, int shares, boolean fit, RandomStream random) {
    long[][] coefficients = new long[quorum][];
    coefficients[0] = secret;
    long[][] values;
    do {
      field.draw().fill(coefficients, 1, random);
      values = evaluate(field, coefficients, shares);
    } while (fit && exceeds(field, values));
    for (int i = 1; i < quorum; i++) {
      Arrays.fill(coefficients[i], 0);
    }
    return values;
  }

  /**
   * Evaluates a polynomial at 1 to {@code shares}, with Horner's scheme in steps of seven
   * coefficients.
   *
   * @param coefficients 1 to 15 field elements, the secret first
   * @param shares 1 to 16
   * @return field elements, each with a spare limb, which is zero
   */
  public static long[][] evaluate(PrimeField field, long[][] coefficients, int shares) {
    long[][] values = new long[shares][];
    int limbs = field.limbs();
    int top = (coefficients.length - 1) / STEP * STEP;
    long[][] part = Arrays.copyOfRange(coefficients, top, coefficients.length);
    for (int x = 1; x <= shares; x++) {
      values[x - 1] = new long[limbs + 1];
      field.weightedSum(POWERS[x], part, part.length, values[x - 1]);
    }
    part = new long[STEP + 1][];
    for (int from = top - STEP; from >= 0; from -= STEP) {
      System.arraycopy(coefficients, from, part, 0, STEP);
      for (int x = 1; x <= shares; x++) {
        part[STEP] = values[x - 1];
        values[x - 1] = new long[limbs + 1];
        field.weightedSum(POWERS[x], part, STEP + 1, values[x - 1]);
      }
    }
    return values;
  }

  // All values are looked at, so that the time does not depend on which one is too large.
  private static boolean exceeds(PrimeField field, long[][] values) {
    boolean exceeds = false;
    for (long[] value : values) {
      exceeds |= field.exceedsBits(value);
    }
    return exceeds;
  }
}
