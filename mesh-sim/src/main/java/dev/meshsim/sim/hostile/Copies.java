package dev.meshsim.sim.hostile;

import dev.meshsim.log.PortalStore;
import java.util.function.UnaryOperator;

/** Makes copies of a portal, for the lies of one that has its own keys. */
@FunctionalInterface
public interface Copies {

  /**
   * Makes a portal with the same keys on a copy of the store as it is now, which whoever gave these
   * copies closes.
   *
   * @param asksWitnesses true if it may show its log to the witnesses
   * @param view gives the store as the copy sees it, of the copy of the store
   */
  CopiedPortal open(boolean asksWitnesses, UnaryOperator<PortalStore> view);

  /** Makes a portal that sees its store as it is. */
  default CopiedPortal open(boolean asksWitnesses) {
    return open(asksWitnesses, UnaryOperator.identity());
  }
}
