package dev.meshsim.scenario.judge;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.schedule.GivenOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs steps of several machines at the same time, in the order of turns that the file gives. */
public final class StepsAtOnce {

  private final Stage stage;
  private final StepJudge judge;

  /** Runs steps on a stage. */
  public StepsAtOnce(Stage stage, StepJudge judge) {
    this.stage = stage;
    this.judge = judge;
  }

  /** The steps that are done at the same time. */
  public static List<Step> after(Step step, Scenario scenario) {
    return scenario.steps().subList(step.number(), step.number() + step.stepsAtOnce());
  }

  /**
   * Runs the steps.
   *
   * @return the result of {@code begin}, which fails if its order was not that of the run, then one
   *     for each of the steps
   */
  public List<StepResult> run(Step begin, List<Step> steps) {
    StepResult began = judge.run(begin);
    Map<Step, StepResult> results = new LinkedHashMap<>();
    GivenOrder order = new GivenOrder(begin.values().turns("order"));
    stage.calls().atOnce(steps, own -> run(own, results), order);
    List<StepResult> all = new ArrayList<>();
    List<String> absent =
        order.impossible().stream().map(turn -> "one of " + turn.actor()).toList();
    all.add(
        absent.isEmpty()
            ? began
            : StepJudge.missing(begin, began, "every turn of the order to be taken", absent));
    for (Step step : steps) {
      StepResult result = results.get(step);
      all.add(result == null ? StepJudge.passedOver(step) : result);
    }
    return all;
  }

  private void run(List<Step> steps, Map<Step, StepResult> results) {
    boolean going = true;
    for (Step step : steps) {
      StepResult result = going ? judge.runAmongOthers(step) : StepJudge.passedOver(step);
      going &= result.verdict() == Verdict.PASSED;
      results.put(step, result);
    }
  }
}
