package dev.meshsim.share.field;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;

/** Polynomials over a prime field; a secret is the value at zero. */
public final class Polynomial {

  /** So many coefficients at a time: 16^7 is the largest power for which sums of weights fit. */
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
   * @param secret a number of the field
   * @param fit whether every value must be under 2^bits; if one is not, another polynomial is drawn
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
   * The values at 1 to {@code shares}.
   *
   * @param coefficients 1 to 15 numbers of the field, the secret first
   * @param shares 1 to 16
   * @return numbers of the field, each with a limb to spare, which is zero
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

  private static boolean exceeds(PrimeField field, long[][] values) {
    boolean exceeds = false;
    for (long[] value : values) {
      exceeds |= field.exceedsBits(value);
    }
    return exceeds;
  }
}
