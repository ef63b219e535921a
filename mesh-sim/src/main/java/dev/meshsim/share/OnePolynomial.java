package dev.meshsim.share;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The model of correct shares: all lie on one polynomial of degree quorum - 1. */
final class OnePolynomial implements ShareModel {

  static final OnePolynomial INSTANCE = new OnePolynomial();

  private OnePolynomial() {}

  /**
   * Tests another share by exchanging it for the first of the quorum: it is on the polynomial
   * exactly if the value at zero stays equal. The old and the new polynomial then agree at zero and
   * at the remaining quorum - 1 indexes, which are as many points as they have coefficients.
   */
  @Override
  public Predicate<KeyShare> through(List<KeyShare> quorum) {
    int count = quorum.size();
    KeyShare[] exchanged = quorum.toArray(new KeyShare[0]);
    long[] secret = Interpolation.atZero(exchanged, count);
    return other -> {
      exchanged[0] = other;
      return Arrays.equals(secret, Interpolation.atZero(exchanged, count));
    };
  }
}
