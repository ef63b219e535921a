package dev.meshsim.share;

import java.util.List;
import java.util.function.Predicate;

/** The plain reading: all shares lie on one polynomial of degree quorum - 1. */
final class OnePolynomial implements Reading {

  static final OnePolynomial INSTANCE = new OnePolynomial();

  private OnePolynomial() {}

  @Override
  public Predicate<KeyShare> through(List<KeyShare> quorum) {
    return other -> isOnOne(quorum, other);
  }

  /**
   * One point more than the quorum is on the polynomial exactly if the highest divided difference
   * is zero: the sum of each value over the product of its index's distances to the others.
   */
  private static boolean isOnOne(List<KeyShare> quorum, KeyShare other) {
    int count = quorum.size() + 1;
    int[] indexes = new int[count];
    PrimeField field = other.field();
    int limbs = field.limbs();
    long[] values = new long[count * limbs];
    for (int i = 0; i < count; i++) {
      KeyShare share = i < quorum.size() ? quorum.get(i) : other;
      indexes[i] = share.index();
      System.arraycopy(share.value(), 0, values, i * limbs, limbs);
    }
    long[] sum = new long[limbs + 1];
    field.weightedSum(weights(indexes), values, count, sum);
    long any = 0;
    for (long limb : sum) {
      any |= limb;
    }
    return any == 0;
  }

  /** The divided difference's weights, times the smallest number that makes them integers. */
  static long[] weights(int[] indexes) {
    long[] products = new long[indexes.length];
    long common = 1;
    for (int i = 0; i < indexes.length; i++) {
      long product = 1;
      for (int j = 0; j < indexes.length; j++) {
        if (j != i) {
          product *= indexes[i] - indexes[j];
        }
      }
      products[i] = product;
      common = Lagrange.leastCommonMultiple(common, Math.abs(product));
    }
    long[] weights = new long[indexes.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = common / products[i];
    }
    return weights;
  }
}
