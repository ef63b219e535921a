package dev.meshsim.sim.oracle;

import java.util.Set;

/** A run comes to its end: nothing fails outside of the operations. */
final class RunsToEndOracle implements Oracle {

  @Override
  public String name() {
    return AllOracles.RUNS_TO_END;
  }

  @Override
  public String law() {
    return "Nothing fails outside of the operations, so that every run comes to its end.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.BrokeOff.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.BrokeOff broken) {
      StackTraceElement[] trace = broken.failure().getStackTrace();
      verdict.violated(
          "the run broke off with "
              + broken.why()
              + (trace.length == 0 ? "" : " at " + trace[0].getClassName()));
    }
  }
}
