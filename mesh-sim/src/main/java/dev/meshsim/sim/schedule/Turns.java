package dev.meshsim.sim.schedule;

import java.time.Duration;

/** The way in which an actor's connections, stores and clock hand over. */
public interface Turns {

  /** Hands over, and returns when it is the actor's turn again. */
  void handOver(HandOver at);

  /**
   * Hands over for a time.
   *
   * @return true after the whole time; false at once if the thread is interrupted
   */
  boolean pause(Duration time);
}
