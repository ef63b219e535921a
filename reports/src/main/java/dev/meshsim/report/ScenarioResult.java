package dev.meshsim.report;

import java.time.Duration;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param info the case
 * @param verdict failed if a step failed, undecided if one is undecided, not applicable if the
 *     scenario was left out, otherwise passed
 * @param steps every step, run or not
 * @param accusations the evidence that somebody found, in order
 * @param elapsed real time, for people; nothing reproducible depends on it
 * @param repeat the command that runs the scenario again
 */
public record ScenarioResult(
    ScenarioInfo info,
    Verdict verdict,
    List<StepResult> steps,
    List<Accusation> accusations,
    Duration elapsed,
    RepeatCommand repeat) {

  /** Copies the lists. */
  public ScenarioResult {
    steps = List.copyOf(steps);
    accusations = List.copyOf(accusations);
  }

  /** The name, unique in the run. */
  public String name() {
    return info.name();
  }

  /** The file as the user named it. */
  public String file() {
    return info.file();
  }

  /** One line. */
  public String purpose() {
    return info.purpose();
  }

  /** The reason why the scenario was left out; empty unless it is not applicable. */
  public String reason() {
    return verdict == Verdict.NOT_APPLICABLE && !steps.isEmpty()
        ? steps.get(0).explanation().orElse("")
        : "";
  }

  /** The steps that say why the scenario did not pass, in order. */
  public List<StepResult> explained() {
    return steps.stream()
        .filter(step -> step.verdict() != Verdict.PASSED && step.explanation().isPresent())
        .toList();
  }

  /** True if a step met an error of the program. */
  public boolean internal() {
    return steps.stream().anyMatch(StepResult::internal);
  }
}
