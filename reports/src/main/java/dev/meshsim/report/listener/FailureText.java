package dev.meshsim.report.listener;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step that did not pass, in words, the same in every report. */
final class FailureText {

  private FailureText() {}

  /**
   * Place and step in the first line, then what was expected, what was found and the reason why it
   * is expected, each in a line of its own; not quoted.
   */
  static List<String> lines(StepResult step) {
    String head = step.place() + ": " + step.title();
    if (step.difference().isEmpty()) {
      return List.of(head + ": " + step.explanation().orElse(step.verdict().word()));
    }
    List<String> lines = new ArrayList<>(List.of(head));
    step.expected().ifPresent(text -> lines.add("  expected  " + text));
    step.found().ifPresent(text -> lines.add("  found     " + text));
    step.info().because().ifPresent(text -> lines.add("  because   " + text));
    return lines;
  }

  /** Place, step and explanation of the step that decided the verdict, in one line. */
  static Optional<String> line(ScenarioResult result) {
    return result.explained().stream()
        .findFirst()
        .map(
            step ->
                step.place()
                    + ": "
                    + step.title()
                    + ": "
                    + step.explanation().orElse(step.verdict().word()));
  }

  /** Every explained step of a case, and the command that repeats the case. */
  static List<String> whole(ScenarioResult result) {
    List<String> lines = new ArrayList<>();
    result.explained().forEach(step -> lines.addAll(lines(step)));
    lines.add(result.repeat().text());
    return lines;
  }
}
