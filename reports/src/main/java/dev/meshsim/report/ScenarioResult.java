package dev.meshsim.report;

import java.time.Duration;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param name unique in the run
 * @param file as the user named it
 * @param purpose one line
 * @param verdict failed if a step failed, undecided if one is undecided, not applicable if the
 *     scenario was left out, otherwise passed
 * @param steps every step, run or not
 * @param elapsed real time, for people; nothing reproducible depends on it
 * @param repeat the command that runs the scenario again
 */
public record ScenarioResult(
    String name,
    String file,
    String purpose,
    Verdict verdict,
    List<StepResult> steps,
    Duration elapsed,
    RepeatCommand repeat) {

  /** Copies the list. */
  public ScenarioResult {
    steps = List.copyOf(steps);
  }

  /** The reason why the scenario was left out; empty unless it is not applicable. */
  public String reason() {
    return verdict == Verdict.NOT_APPLICABLE ? steps.get(0).explanation().orElse("") : "";
  }

  /** True if a step met an error of the program. */
  public boolean internal() {
    return steps.stream().anyMatch(StepResult::internal);
  }
}
