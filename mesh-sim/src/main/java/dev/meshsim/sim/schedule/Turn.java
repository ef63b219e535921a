package dev.meshsim.sim.schedule;

import java.time.Duration;

/**
 * A turn of an actor: what it does until its next hand-over.
 *
 * @param actor the actor's name
 * @param after the time that passes before the turn, zero or more
 */
public record Turn(String actor, Duration after) {

  /** Checks the time. */
  public Turn {
    if (after.isNegative()) {
      throw new IllegalArgumentException("time only moves forward, not by " + after);
    }
  }
}
