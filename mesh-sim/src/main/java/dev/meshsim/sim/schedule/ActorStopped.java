package dev.meshsim.sim.schedule;

/**
 * The end of an actor's program from outside, as that of a process that is killed. An error,
 * because no code of a program handles its own end: clients turn every exception of a connection
 * into one of their own.
 */
public final class ActorStopped extends Error {

  private static final long serialVersionUID = 1L;

  /** The end of the named actor's program. */
  public ActorStopped(String actor) {
    super("the program of " + actor + " was stopped", null, false, false);
  }
}
