package dev.meshsim.sim.hostile;

import dev.meshsim.log.PortalStore;
import java.util.function.UnaryOperator;

/** Makes copies of a portal, for the lies of one that has its own keys. */
@FunctionalInterface
public interface Copies {

  /** The checkpoints that a copy makes of its log. */
  enum Checkpoints {
    /** Those that the portal would make. The copy may show them to the witnesses. */
    WITNESSED,
    /** Those that the portal would make. The copy asks no witness. */
    UNWITNESSED,
    /** None after its first, unless a denial needs one. */
    NONE
  }

  /**
   * Makes a portal with the same keys on a copy of the store as it is now, which whoever gave these
   * copies closes.
   *
   * @param view gives the store as the copy sees it, of the copy of the store
   */
  CopiedPortal open(Checkpoints checkpoints, UnaryOperator<PortalStore> view);

  /** Makes a portal that sees its store as it is. */
  default CopiedPortal open(Checkpoints checkpoints) {
    return open(checkpoints, UnaryOperator.identity());
  }
}
