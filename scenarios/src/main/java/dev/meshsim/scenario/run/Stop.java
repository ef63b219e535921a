package dev.meshsim.scenario.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A request to end a run early: no case begins after it, and running cases end at their step. */
public final class Stop {

  private static final Optional<String> NONE = Optional.empty();

  private final AtomicReference<Optional<String>> reason = new AtomicReference<>(NONE);

  /** No request yet. */
  public Stop() {}

  /** Asks for the end; the first reason counts. */
  public void request(String why) {
    reason.compareAndSet(NONE, Optional.of(why));
  }

  /** The reason, if the end was asked for. */
  public Optional<String> reason() {
    return reason.get();
  }

  boolean isRequested() {
    return reason().isPresent();
  }
}
