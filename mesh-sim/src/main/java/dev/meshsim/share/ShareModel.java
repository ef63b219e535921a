package dev.meshsim.share;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One idea of how the values of shares come from the secret. */
interface ShareModel {

  /**
   * What a quorum of shares says about any other share.
   *
   * @return true for a share that could be of the same split, or null if this quorum cannot be of
   *     one split
   */
  @Nullable Predicate<KeyShare> through(List<KeyShare> quorum);
}
