package dev.meshsim.scenario.run;

import java.util.Optional;

/** A request to end a run early: no case begins after it, and running cases end at their step. */
public final class Stop {

  private Optional<String> reason = Optional.empty();

  /** No request yet. */
  public Stop() {}

  /** Asks for the end; the first reason counts. */
  public synchronized void request(String why) {
    if (reason.isEmpty()) {
      reason = Optional.of(why);
    }
  }

  /** The reason, if the end was asked for. */
  public synchronized Optional<String> reason() {
    return reason;
  }

  boolean isRequested() {
    return reason().isPresent();
  }
}
