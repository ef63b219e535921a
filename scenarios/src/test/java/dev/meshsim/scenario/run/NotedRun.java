package dev.meshsim.scenario.run;

import dev.meshsim.error.MeshException;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ReportChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that notes the error that each step meets, as a person would see it. */
public final class NotedRun {

  private final List<Met> met = new ArrayList<>();
  private final RunTotals totals;

  /** An error that a step met. */
  public record Met(Step step, MeshException error) {}

  public NotedRun(RunPlan plan, RunOptions options, Path out) {
    RunControls controls =
        new RunControls(
            1, false, new Stop(), Optional.empty(), Optional.empty(), ReportChoice.NONE, List.of());
    totals = new Runner(options, out, List.of(), controls, this::noting).run(plan);
  }

  private StepAction noting(String word) {
    StepAction action = StepActions.of(word);
    return (stage, step) -> {
      try {
        return action.run(stage, step);
      } catch (MeshException e) {
        met.add(new Met(step, e));
        throw e;
      }
    };
  }

  /** The errors, in the order of the run. */
  public List<Met> met() {
    return List.copyOf(met);
  }

  public RunTotals totals() {
    return totals;
  }
}
