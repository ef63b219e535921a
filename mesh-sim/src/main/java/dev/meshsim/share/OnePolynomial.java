package dev.meshsim.share;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The plain reading: all shares lie on one polynomial of degree quorum - 1. */
final class OnePolynomial implements ShareModel {

  static final OnePolynomial INSTANCE = new OnePolynomial();

  private OnePolynomial() {}

  /**
   * One more share is on the polynomial through a quorum exactly if it can take the place of one of
   * them and the value at zero stays: then the old and the new polynomial agree in as many points
   * as they have coefficients, zero being one of them.
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
