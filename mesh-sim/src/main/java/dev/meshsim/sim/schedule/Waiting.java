package dev.meshsim.sim.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * An actor that waits for its turn.
 *
 * @param actor the actor's name
 * @param at the place where it has handed over
 * @param earliest the end of its pause, or the time when it began to wait
 */
public record Waiting(String actor, HandOver at, Instant earliest) {

  /** The time from {@code now} until it may go on, zero or more. */
  public Duration remaining(Instant now) {
    return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
  }
}
