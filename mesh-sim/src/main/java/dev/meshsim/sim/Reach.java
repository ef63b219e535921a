package dev.meshsim.sim;

/** How far the messages between machines and a portal get. */
public enum Reach {
  /** Requests reach the portal, and responses the machines. */
  BOTH_WAYS,
  /** Requests reach the portal, which acts on them. No response arrives. */
  REQUESTS_ONLY,
  /** No request reaches the portal. */
  NOTHING
}
