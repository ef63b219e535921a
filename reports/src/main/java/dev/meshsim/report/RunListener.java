package dev.meshsim.report;

/** Shows a run. Events come in order, from one thread. */
@FunctionalInterface
public interface RunListener {

  /** Takes the next event. */
  void on(RunEvent event);
}
