package dev.meshsim.report.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.report.Report;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of many cases needs little memory for each: reports keep no step of one that passed. */
class HeldResultsTest {

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  static List<String> reports() {
    return Reports.all().stream().map(Report::name).toList();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noStepOfACaseThatPassedIsHeld(String name) {
    RunListener report = Reports.named(name).listener(ReportTarget.shown(NOWHERE, NOWHERE));
    report.on(new RunEvent.RunStarted(Told.IDENTITY, List.of()));
    List<WeakReference<StepResult>> told = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      told.add(tell(report, i));
    }
    System.gc();
    long held = told.stream().filter(step -> !step.refersTo(null)).count();
    Reference.reachabilityFence(report);
    assertEquals(0, held);
  }

  private static WeakReference<StepResult> tell(RunListener report, int number) {
    StepResult step = Told.step(1, Verdict.PASSED);
    ScenarioResult result = Told.result("a/good[" + number + "]", "memory", Verdict.PASSED, step);
    report.on(new RunEvent.ScenarioStarted(result.info()));
    report.on(new RunEvent.StepFinished(result.name(), step));
    report.on(new RunEvent.ScenarioFinished(result));
    return new WeakReference<>(step);
  }
}
