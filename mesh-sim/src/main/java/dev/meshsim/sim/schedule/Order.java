package dev.meshsim.sim.schedule;

import java.time.Instant;
import java.util.List;

/** Says which of the waiting actors goes on, and when. */
@FunctionalInterface
public interface Order {

  /**
   * The next turn.
   *
   * @param waiting at least one, in the order in which the actors were given
   * @param now the present virtual time
   * @return a turn of one of them, not before its earliest time
   */
  Turn next(List<Waiting> waiting, Instant now);
}
