package dev.meshsim.sim.schedule;

/** A place where an actor hands over to another. */
public enum HandOver {
  /** Before it begins. */
  BEGIN,
  /** Before a request reaches the portal. */
  REQUEST,
  /** Before the response reaches the actor. */
  RESPONSE,
  /** Before a commit to a store. */
  COMMIT,
  /** For as long as a program pauses. */
  PAUSE
}
