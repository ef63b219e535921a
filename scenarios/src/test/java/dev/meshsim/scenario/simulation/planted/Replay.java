package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.SingleRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Runs a finding as {@code mesh-sim run} does. Made in the loader of a defect, it is called through
 * types of the Java runtime.
 */
public final class Replay implements Function<List<String>, List<String>> {

  /** Has no state. */
  public Replay() {}

  /**
   * Runs a scenario with the seed of its trace.
   *
   * @param in its name, its text, the store, and an empty directory
   * @return the explanation of each step that failed
   */
  @Override
  public List<String> apply(List<String> in) {
    byte[] text = in.get(1).getBytes(StandardCharsets.UTF_8);
    Scenario scenario = ScenarioReader.read(in.get(0), in.get(0) + ".yaml", text);
    RunOptions options =
        new RunOptions(
            scenario.trace().orElseThrow().seed(), Optional.empty(), Optional.empty(), in.get(2));
    Case one = new Case(scenario.name(), scenario, OptionalInt.empty(), List.of(), List.of());
    return SingleRun.run(one, options, Path.of(in.get(3)), List.of()).result().steps().stream()
        .filter(step -> step.verdict() == Verdict.FAILED)
        .map(StepResult::explanation)
        .flatMap(Optional::stream)
        .toList();
  }
}
