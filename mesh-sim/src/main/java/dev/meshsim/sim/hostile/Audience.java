package dev.meshsim.sim.hostile;

/** Those who look at a portal's log and are not its clients. */
public enum Audience {
  /** The witnesses whom the portal asks for cosignatures. */
  WITNESSES,
  /** The portals that fetch its checkpoints. */
  PEERS
}
