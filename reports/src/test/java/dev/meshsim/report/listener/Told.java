package dev.meshsim.report.listener;

import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.Samples;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StepResult.Difference;
import dev.meshsim.report.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A run in which something of everything happens, told to a report. */
final class Told {

  static final RunIdentity IDENTITY =
      new RunIdentity(
          7, "abc", Map.of("a/good", "00"), List.of("store=all"), Map.of(), "17", Map.of());

  private Told() {}

  static StepResult step(int number, Verdict verdict) {
    return StepResult.plain(
        new StepInfo(
            number,
            "a/bad.yaml:" + (number + 4) + ":5",
            "validate on phone",
            Optional.of("phone"),
            Optional.of("a <name> is taken")),
        verdict,
        Optional.of(Samples.TIME));
  }

  private static StepResult failed(int number, Verdict verdict, boolean internal) {
    StepResult plain = step(number, verdict);
    return new StepResult(
        plain.info(),
        verdict,
        plain.time(),
        Optional.of("expected <ok> & more; found: not valid"),
        internal ? Optional.empty() : Optional.of(new Difference("<ok> & more", "not valid")),
        internal);
  }

  static ScenarioResult result(String name, String store, Verdict verdict, StepResult... steps) {
    String label = store.equals("memory") ? name : name + "@" + store;
    return new ScenarioResult(
        new ScenarioInfo(
            label,
            name,
            name.endsWith("]")
                ? Optional.of(name.substring(name.indexOf('[') + 1, name.length() - 1))
                : Optional.empty(),
            name.replaceAll("\\[.*", "") + ".yaml",
            name.endsWith("]") ? OptionalInt.of(12) : OptionalInt.empty(),
            "Shows | it.",
            List.of(),
            new ScenarioInfo.Setting(store, "mesh", "Ed25519", 7)),
        verdict,
        List.of(steps),
        List.of(),
        Duration.ofMillis(1234),
        new RepeatCommand(7, List.of("bin/mesh-sim", "run", name + ".yaml", "--store", store)));
  }

  /** The results of the run, in order. */
  static List<ScenarioResult> results() {
    return List.of(
        result("a/good[long]", "memory", Verdict.PASSED, step(1, Verdict.PASSED)),
        result("a/good[long]", "h2", Verdict.PASSED, step(1, Verdict.PASSED)),
        result("a/good[short]", "memory", Verdict.PASSED, step(1, Verdict.PASSED)),
        result(
            "a/bad",
            "memory",
            Verdict.FAILED,
            step(1, Verdict.PASSED),
            failed(2, Verdict.FAILED, false),
            step(3, Verdict.UNDECIDED)),
        result("a/bad", "h2", Verdict.PASSED, step(1, Verdict.PASSED)),
        result("slow", "memory", Verdict.UNDECIDED, failed(1, Verdict.UNDECIDED, false)),
        result("broken", "memory", Verdict.UNDECIDED, failed(1, Verdict.UNDECIDED, true)),
        result("other", "memory", Verdict.NOT_APPLICABLE, leftOut()));
  }

  private static StepResult leftOut() {
    StepResult plain = step(1, Verdict.NOT_APPLICABLE);
    return new StepResult(
        plain.info(),
        plain.verdict(),
        Optional.empty(),
        Optional.of("its dialect is mesh"),
        Optional.empty(),
        false);
  }

  /** Tells the whole run. */
  static void tell(RunListener listener, boolean stopped) {
    RunTotals totals = RunTotals.NONE;
    listener.on(
        new RunEvent.RunStarted(IDENTITY, results().stream().map(ScenarioResult::name).toList()));
    listener.on(
        new RunEvent.ScenarioRejected(
            "none.yaml",
            List.of("none.yaml:3:7: no step is called foo: bar\nhint: fill, 100% of it")));
    for (ScenarioResult result : results()) {
      listener.on(new RunEvent.ScenarioStarted(result.info()));
      result.steps().forEach(step -> listener.on(new RunEvent.StepFinished(result.name(), step)));
      listener.on(new RunEvent.ScenarioFinished(result));
      totals = totals.plus(result);
    }
    totals = totals.plusRejected();
    if (stopped) {
      listener.on(new RunEvent.RunStopped("a signal", 5));
    }
    listener.on(new RunEvent.RunFinished(IDENTITY, totals, Path.of("target")));
  }

  /** All that the report of that name prints of the run. */
  static String shown(String report, boolean stopped) {
    return shown(target -> Reports.named(report).listener(target), stopped);
  }

  /** Makes a listener for a target. */
  interface Made {
    RunListener listener(ReportTarget target);
  }

  static String shown(Made made, boolean stopped) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
    tell(made.listener(ReportTarget.shown(out, out)), stopped);
    return octets.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
