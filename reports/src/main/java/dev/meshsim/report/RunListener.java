package dev.meshsim.report;

/** Receives the events of a run, in order and from one thread. */
@FunctionalInterface
public interface RunListener {

  /** Takes the next event. */
  void on(RunEvent event);
}
