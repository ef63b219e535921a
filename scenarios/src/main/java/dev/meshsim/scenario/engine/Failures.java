package dev.meshsim.scenario.engine;

import dev.meshsim.error.Quote;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** The failures of tests. Their stack trace is one line: the place in the scenario's file. */
final class Failures {

  private Failures() {}

  /** The failure of a case that failed or has no verdict. */
  static Throwable of(CaseDescriptor test, ScenarioResult result) {
    StepResult step =
        result.explained().stream()
            .findFirst()
            .orElseGet(() -> result.steps().get(result.steps().size() - 1));
    Throwable failure =
        result.verdict() == Verdict.FAILED
            ? failed(result, step)
            : EngineException.undecided(
                step.place(),
                step.title() + ": " + step.explanation().orElse("it never ran"),
                result.repeat().text() + "; in a test run: " + properties(result));
    int line =
        test.one().stream()
            .flatMap(one -> one.scenario().steps().stream())
            .filter(each -> each.number() == step.number())
            .mapToInt(each -> each.place().line())
            .findFirst()
            .orElse(1);
    return at(failure, test.getDisplayName(), result.file(), line);
  }

  private static AssertionFailedError failed(ScenarioResult result, StepResult step) {
    List<String> lines = new ArrayList<>();
    lines.add(step.place() + ": " + step.title());
    step.difference()
        .ifPresentOrElse(
            difference -> {
              lines.add("expected: " + difference.expected());
              lines.add("found: " + difference.found());
              step.info().because().ifPresent(reason -> lines.add("because: " + reason));
            },
            () -> step.explanation().ifPresent(lines::add));
    lines.add(result.repeat().text());
    lines.add("in a test run: " + properties(result));
    String message = String.join("\n", lines.stream().map(Quote::of).toList());
    return step.difference()
        .map(
            difference ->
                new AssertionFailedError(message, difference.expected(), difference.found()))
        .orElseGet(() -> new AssertionFailedError(message));
  }

  /** The system properties by which a test run repeats the case. */
  private static String properties(ScenarioResult result) {
    var setting = result.info().setting();
    List<String> words = new ArrayList<>();
    words.add(property(Parameters.NAME, result.info().scenario()));
    words.add(property(Parameters.SEED, String.valueOf(setting.seed())));
    words.add(property(Parameters.STORE, setting.store()));
    if (result.repeat().words().contains("--dialect")) {
      words.add(property(Parameters.DIALECT, setting.dialect()));
    }
    if (result.repeat().words().contains("--suite")) {
      words.add(property(Parameters.SUITE, setting.suite()));
    }
    return new RepeatCommand(setting.seed(), words).line();
  }

  private static String property(String name, String value) {
    return "-D" + name + "=" + value;
  }

  /** Gives a failure the place in a file as its only line of stack trace. */
  static <T extends Throwable> T at(T failure, String test, String file, int line) {
    String base = String.valueOf(Path.of(file).getFileName());
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(Quote.of(test), "scenario", Quote.of(base), line)
        });
    return failure;
  }
}
