package dev.meshsim.share;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A hypothesis about how the values of shares were computed from the secret. */
interface ShareModel {

  /**
   * A test for further shares, derived from a quorum.
   *
   * @return a predicate that is true for shares of the same split, or null if the quorum cannot be
   *     of one split
   */
  @Nullable Predicate<KeyShare> through(List<KeyShare> quorum);
}
