package dev.meshsim.sim.hostile;

/** The records that the readers of a false branch are shown in place of the latest. */
enum Shown {
  /**
   * The version before the latest, if there is one, in a mixed branch. The map names the latest.
   */
  BEFORE_LATEST,
  /** The version that was the latest when the branch began. The map names it too. */
  FIRST,
  /** No account and no entry. The map names what there is. */
  NOTHING
}
