package dev.meshsim.report;

import java.util.Optional;

/** Receives the events of a run, in order and from one thread. */
@FunctionalInterface
public interface RunListener {

  /** Takes the next event. */
  void on(RunEvent event);

  /**
   * Does the costly part of reporting a case ahead of its last event, in the thread that ran the
   * case. Called for several cases at once, and not for every case: a listener that keeps nothing
   * from here reports the same.
   *
   * @param result the result that {@link RunEvent.ScenarioFinished} will have
   * @param trace the messages that {@link RunEvent.ScenarioTraced} has; empty if it is not sent
   */
  default void prepare(ScenarioResult result, Optional<ScenarioTrace> trace) {}
}
