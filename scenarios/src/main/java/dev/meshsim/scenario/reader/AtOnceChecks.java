package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.sim.schedule.Turn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the steps that are done at the same time. */
final class AtOnceChecks {

  private final ScenarioProblems problems;
  private final Set<String> portals;

  /**
   * For the steps of a scenario.
   *
   * @param portals the portals that take turns of their own
   */
  AtOnceChecks(ScenarioProblems problems, Set<String> portals) {
    this.problems = problems;
    this.portals = portals;
  }

  /** Checks all steps of a scenario, none of which has a problem of its own. */
  void check(List<Step> steps) {
    int next = 0;
    while (next < steps.size()) {
      Step step = steps.get(next);
      next++;
      int count = step.stepsAtOnce();
      if (count > 0) {
        if (next + count > steps.size()) {
          add(
              step,
              ScenarioException.Code.IMPOSSIBLE,
              "atOnce does " + count + " steps at once, and " + (steps.size() - next) + " follow",
              "write the number of steps that follow");
          return;
        }
        check(step, steps.subList(next, next + count));
        next += count;
      }
    }
  }

  private void check(Step begin, List<Step> steps) {
    Set<String> machines = new LinkedHashSet<>();
    for (Step step : steps) {
      machines.add(step.actor());
      if (!step.kind().hasActor()) {
        add(
            step,
            ScenarioException.Code.IMPOSSIBLE,
            step.kind().word() + " is done by no machine, so not at the same time as others",
            "put it before atOnce, or behind its steps");
      }
      if (step.expectations().stream().anyMatch(e -> e.text().equals(StepKind.NOTHING_LOGGED))) {
        add(
            step,
            ScenarioException.Code.IMPOSSIBLE,
            "the logs do not tell what grew them, so nothing logged is not known of steps at once",
            "leave the expectation out");
      }
    }
    if (machines.size() == 1) {
      add(
          begin,
          ScenarioException.Code.IMPOSSIBLE,
          "all " + steps.size() + " steps at once are of one machine, which does one at a time",
          "name another machine in one of them, or leave atOnce out");
    }
    List<String> strangers =
        begin.values().turns("order").stream()
            .map(Turn::actor)
            .filter(actor -> !machines.contains(actor) && !portals.contains(actor))
            .distinct()
            .toList();
    if (!strangers.isEmpty()) {
      add(
          begin,
          ScenarioException.Code.UNDEFINED,
          "none of the steps at once is of "
              + String.join(", ", strangers)
              + "; machines: "
              + machines.stream().collect(Collectors.joining(", ")),
          "leave those turns out of the order");
    }
  }

  private void add(Step step, ScenarioException.Code code, String what, String hint) {
    problems.add(step.place(), code, what, hint);
  }
}
