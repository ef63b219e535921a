package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.log.LogSetting;
import java.util.List;
import java.util.Optional;

/** Finds steps about witnesses and other portals where nobody looks at the portals' logs. */
final class WitnessChecks {

  private final ScenarioProblems problems;
  private final Optional<LogSetting> log;

  WitnessChecks(ScenarioProblems problems, Optional<LogSetting> log) {
    this.problems = problems;
    this.log = log;
  }

  /** Checks all steps of a scenario, none of which has a problem of its own. */
  void check(List<Step> steps) {
    int count = log.flatMap(LogSetting::witnesses).map(LogSetting.Witnesses::count).orElse(0);
    for (Step step : steps) {
      String word = step.kind().word();
      if (word.equals("witness")) {
        int number = Integer.parseInt(step.values().text(word).substring(1));
        if (number > count) {
          add(step, "there is no witness w" + number + "; there are " + count);
        }
      } else if (word.equals("noticed") && log.filter(LogSetting::isWatched).isEmpty()) {
        add(step, "nobody looks at the portals' logs who could notice anything");
      }
    }
  }

  private void add(Step step, String problem) {
    problems.add(
        step.place(),
        ScenarioException.Code.UNDEFINED,
        problem,
        "add for example checkpoints: 1 minute and witnesses: 2 of 3 at the beginning");
  }
}
