package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.judge.TraceDigest;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.SingleRun;
import dev.meshsim.sim.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of a simulation, run from its file, has the events of the simulation. */
class RepeatedTraceTest {

  private static final long SEED = 4;

  @TempDir private Path directory;

  private final SimulationResult plan = plan();

  /** A plan as it is found again in its file, whose steps expect what was seen. */
  private static SimulationResult plan() {
    Simulation simulation =
        Simulations.of(List.of(Fault.REQUEST_LOST, Fault.CRASH_AT_ANSWER, Fault.CLOCK_WRONG), 1);
    SimulationResult drawn = simulation.generate(SEED);
    assertTrue(drawn.plan().steps().stream().anyMatch(step -> step.stepsAtOnce() > 0));
    return simulation.repeat(SEED, drawn.plan());
  }

  private static EventTrace trace(SimulationResult run) {
    return TraceDigest.traceOf(SEED, run.trace(), Long.MAX_VALUE);
  }

  private ScenarioResult run(EventTrace trace, long seed) {
    Scenario traced = plan.plan().traced(trace);
    String text = PlanWriter.yaml(traced, "A plan.", List.of("a comment"), plan.outcomes());
    Scenario read =
        ScenarioReader.read(traced.name(), "plan", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.of(trace), read.trace());
    Case one = new Case(read.name(), read, OptionalInt.empty(), List.of(), List.of());
    RunOptions options = new RunOptions(seed, Optional.empty(), Optional.empty(), "memory");
    return SingleRun.run(one, options, directory.resolve("" + seed), List.of()).result();
  }

  private static String why(ScenarioResult result) {
    assertEquals(Verdict.FAILED, result.verdict());
    StepResult last = result.steps().get(result.steps().size() - 1);
    return last.explanation().orElseThrow();
  }

  @Test
  void theCommandHasEveryEventOfTheSimulation() {
    String why = why(run(trace(plan), SEED));
    assertTrue(
        why.endsWith("every event is that of the trace, and no oracle has spoken at the last"),
        why);
  }

  @Test
  void theFirstEventThatDiffersIsNamedWithItsStep() {
    List<String> events = new ArrayList<>(trace(plan).events());
    int at = events.size() / 2;
    events.set(at, "00000000");
    events.set(at + 3, "00000000");
    String why = why(run(new EventTrace(SEED, events), SEED));
    assertTrue(why.contains("no oracle has spoken; event " + (at + 1) + ", in step "), why);
    assertTrue(why.contains("differs from the trace: it is "), why);
  }

  @Test
  void anEventThatDoesNotHappenIsNamed() {
    List<String> events = new ArrayList<>(trace(plan).events());
    int count = events.size();
    events.add("00000000");
    String why = why(run(new EventTrace(SEED, events), SEED));
    assertTrue(why.contains("event " + (count + 1) + " of the trace has not happened"), why);
  }

  @Test
  void theSeedIsThatOfTheTrace() {
    String why = why(run(trace(plan), SEED + 1));
    assertTrue(why.contains("the trace is of seed 4, not 5; give --seed 4"), why);
  }
}
