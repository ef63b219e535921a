package dev.meshsim.sim.hostile;

/** The records that the readers of a false branch are shown in place of the latest. */
enum Shown {
  /**
   * The version before the latest, if there is one, in a mixed branch. The map names the latest.
   */
  BEFORE_LATEST,
  /** The version that was the latest when the branch began. The map names it too. */
  FIRST,
  /**
   * The version before the latest under the number of the latest, in a mixed branch without
   * checkpoints: none covers the latest. The receipt is of the latest.
   */
  UNDER_LATEST_NUMBER,
  /** No account and no entry. The map names what there is. */
  NOTHING
}
