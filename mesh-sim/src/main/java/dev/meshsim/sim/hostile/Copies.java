package dev.meshsim.sim.hostile;

/** Makes copies of a portal, for the lies of one that has its own keys. */
@FunctionalInterface
public interface Copies {

  /**
   * Makes a portal with the same keys on a copy of the store as it is now, which whoever gave these
   * copies closes.
   *
   * @param asksWitnesses true if it may show its log to the witnesses
   */
  CopiedPortal open(boolean asksWitnesses);
}
