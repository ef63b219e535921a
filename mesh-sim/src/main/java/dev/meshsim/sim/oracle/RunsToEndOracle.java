package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import java.util.Set;

/** A run comes to its end: nothing fails outside of the operations. */
final class RunsToEndOracle implements Oracle {

  @Override
  public String name() {
    return "runs-to-end";
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
      Throwable failure = broken.failure();
      StackTraceElement[] trace = failure.getStackTrace();
      verdict.violated(
          "the run broke off with "
              + (failure instanceof MeshException known
                  ? known.code() + ", " + known.problem()
                  : failure.getClass().getSimpleName())
              + (trace.length == 0 ? "" : " at " + trace[0].getClassName()));
    }
  }
}
