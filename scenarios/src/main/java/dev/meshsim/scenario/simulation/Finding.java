package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.judge.TraceDigest;
import dev.meshsim.sim.oracle.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding: an oracle's no, and the smallest plan that shows it.
 *
 * @param result the run in which it was found
 * @param violation what the oracle said then
 * @param smallest the run of the smallest plan; of the whole one if {@code file} is empty
 * @param runs how many runs the shrinking took
 * @param file the text of a scenario file that repeats it; empty if the plan shows it only while it
 *     is drawn
 */
public record Finding(
    SimulationResult result,
    Violation violation,
    SimulationResult smallest,
    int runs,
    Optional<String> file) {

  /** The most runs of one shrinking. */
  static final int BUDGET = 600;

  /**
   * Shrinks the first violation of a run.
   *
   * @param simulation the simulation that found it
   * @param commit the commit of the sources
   */
  static Finding of(Simulation simulation, SimulationResult result, String commit) {
    Violation violation = result.violations().get(0);
    Shrinker shrinker =
        new Shrinker(plan -> simulation.repeat(result.seed(), plan), violation.oracle(), BUDGET);
    Optional<SimulationResult> smallest = shrinker.shrink(only(result.plan(), violation.oracle()));
    return new Finding(
        result,
        violation,
        smallest.orElse(result),
        shrinker.runs(),
        smallest.map(found -> text(found, violation, commit)));
  }

  /** The plan with the oracle that spoke and no other. */
  private static Scenario only(Scenario plan, String oracle) {
    return plan.watchedBy(List.of(oracle));
  }

  private static String text(SimulationResult found, Violation violation, String commit) {
    List<String> comments = new ArrayList<>();
    comments.add(
        "Found by mesh-sim simulate with seed " + found.seed() + ", commit " + commit + ".");
    comments.add(
        "Oracle "
            + violation.oracle()
            + ": "
            + found.violations().get(0).what().replace('\n', ' '));
    comments.add("Repeat: bin/mesh-sim run FILE --seed " + found.seed());
    EventTrace trace =
        TraceDigest.traceOf(found.seed(), found.trace(), found.violations().get(0).event());
    return PlanWriter.yaml(
        found.plan().traced(trace),
        "Oracle " + violation.oracle() + " speaks.",
        comments,
        found.outcomes());
  }

  /** The name of the file, from which with the seed the same octets follow. */
  public String fileName() {
    return result.plan().name() + ".yaml";
  }

  /** The number of steps before and after the shrinking. */
  public String sizes() {
    return result.plan().steps().size() + " steps, shrunk to " + smallest.plan().steps().size();
  }
}
