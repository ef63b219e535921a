package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks that the label of a step is the name of no other step, by which documents find it. */
final class LabelChecks {

  private final ScenarioProblems problems;

  LabelChecks(ScenarioProblems problems) {
    this.problems = problems;
  }

  /** Checks all steps of a scenario, none of which has a problem of its own. */
  void check(List<Step> steps) {
    Map<String, Step> labelled = new HashMap<>();
    for (Step step : steps) {
      if (step.label().isPresent()) {
        Step first = labelled.putIfAbsent(name(step), step);
        if (first != null) {
          add(step, first);
        }
      }
    }
    for (Step step : steps) {
      Step other = labelled.get(name(step));
      if (step.label().isEmpty() && other != null) {
        add(other, step);
      }
    }
  }

  /** Names that differ in case only would be one file on some systems. */
  private static String name(Step step) {
    return step.messageName().toLowerCase(Locale.ROOT);
  }

  private void add(Step step, Step other) {
    problems.add(
        step.place(),
        ScenarioException.Code.DUPLICATE_LABEL,
        "the label " + step.messageName() + " is also the name of the step at " + other.place(),
        "choose another label; case makes no difference");
  }
}
