package dev.meshsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each report shows one run in its own form. */
class ListenersTest {

  private static final RunIdentity IDENTITY =
      new RunIdentity(
          7,
          "abc",
          Map.of("good", "00"),
          List.of("store=memory"),
          Map.of("tape", "there is no drive"),
          "17",
          Map.of("SUN", "17"));

  private static StepResult step(int number, Verdict verdict, String why, boolean internal) {
    return Samples.step(
        number, "bad.yaml:" + (number + 4) + ":5", "validate on desktop", verdict, why, internal);
  }

  private static ScenarioResult scenario(String name, Verdict verdict, StepResult... steps) {
    return new ScenarioResult(
        Samples.info(name, name + ".yaml", "Shows it."),
        verdict,
        List.of(steps),
        List.of(),
        Duration.ofMillis(1234),
        new RepeatCommand(7, List.of("bin/mesh-sim", "run", "a <" + name + ">.yaml")));
  }

  private static void tell(RunListener listener) {
    ScenarioResult good = scenario("good", Verdict.PASSED, step(1, Verdict.PASSED, null, false));
    ScenarioResult bad =
        scenario(
            "bad",
            Verdict.FAILED,
            step(1, Verdict.FAILED, "expected <valid> & \"ok\"; found: \u0007", false),
            step(2, Verdict.UNDECIDED, null, false));
    ScenarioResult broken =
        scenario("broken", Verdict.UNDECIDED, step(1, Verdict.UNDECIDED, "internal error", true));
    RunTotals totals = RunTotals.NONE.plus(good).plus(bad).plus(broken).plusRejected();
    listener.on(new RunEvent.RunStarted(IDENTITY, List.of()));
    for (ScenarioResult result : List.of(good, bad, broken)) {
      listener.on(new RunEvent.ScenarioStarted(result.info()));
      result.steps().forEach(s -> listener.on(new RunEvent.StepFinished(result.name(), s)));
      listener.on(new RunEvent.ScenarioFinished(result));
    }
    listener.on(
        new RunEvent.ScenarioRejected(
            "none.yaml", List.of("none.yaml:1:1: the file is empty\nhint: fill it")));
    listener.on(new RunEvent.RunFinished(IDENTITY, totals, Path.of("target", "mesh-sim")));
  }

  /** Everything that the report of that name prints of the run. */
  private static String shown(String report) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
    tell(Reports.named(report).listener(ReportTarget.shown(out, out)));
    return octets.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyReportIsFoundByItsName() {
    assertEquals(
        List.of(
            "console",
            "github",
            "html",
            "identity",
            "json",
            "junit",
            "markdown",
            "ndjson",
            "trace",
            "transcript"),
        Reports.all().stream().map(Report::name).toList());
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> Reports.named("fax"));
    assertTrue(unknown.getMessage().contains("console, github"), unknown.getMessage());
  }

  @Test
  void aReportListsPlainFileNames() {
    for (String name : new String[] {"", "../run.json", "a/b", ".hidden"}) {
      assertThrows(
          IllegalArgumentException.class, () -> ReportFile.of(ReportFile.Scope.RUN, name, ""));
    }
    ReportFile pages =
        ReportFile.in(ReportFile.Scope.RUN, "pages", Pattern.compile("[a-z]+\\.html"), "");
    assertTrue(pages.matches("pages/index.html"));
    assertFalse(pages.matches("index.html"));
    assertFalse(pages.matches("pages/deep/index.html"));
    assertFalse(pages.matches("pages/"));
  }

  @Test
  void theConsoleHasALineForEachScenarioThenTotalsSeedAndPlace() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    tell(
        Reports.named("console")
            .listener(
                ReportTarget.shown(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(errors, true, StandardCharsets.UTF_8))));
    assertEquals(
        """
        passed     good                              1 steps, 1234 ms
        failed     bad                               2 steps, 1234 ms
          bad.yaml:5:5: validate on desktop: expected <valid> & "ok"; found: \\u0007
          seed 7, repeat with: bin/mesh-sim run 'a <bad>.yaml'
        undecided  broken                            1 steps, 1234 ms
          bad.yaml:5:5: validate on desktop: internal error
          seed 7, repeat with: bin/mesh-sim run 'a <broken>.yaml'
        rejected   none.yaml                         1 problem(s), not run
        1 passed, 1 failed, 1 undecided, 1 rejected
        without the store tape: there is no drive
        seed 7, results in target/mesh-sim
        """,
        out.toString(StandardCharsets.UTF_8).replace("\r", ""));
    assertEquals(
        "none.yaml:1:1: the file is empty\nhint: fill it\n",
        errors.toString(StandardCharsets.UTF_8).replace("\r", ""));
  }

  @Test
  void jsonNamesEverythingButTimeAndMachine() {
    String text = shown("json");
    JsonNode json = MeshJson.readTree(Bytes.utf8(text.strip()));
    assertEquals(7, json.path("seed").intValue());
    assertEquals(1, json.path("rejected").intValue());
    assertEquals("failed", json.path("scenarios").get(1).path("verdict").stringValue());
    JsonNode step = json.path("scenarios").get(1).path("steps").get(0);
    assertTrue(step.path("explanation").stringValue().startsWith("expected <valid>"));
    assertEquals("none.yaml", json.path("rejections").get(0).path("file").stringValue());
    assertFalse(text.contains("1234"));
    assertFalse(text.contains("abc"));
  }

  @Test
  void theIdentityIsWrittenWhenTheRunBegins() {
    JsonNode json = MeshJson.readTree(Bytes.utf8(shown("identity").strip()));
    assertEquals("abc", json.path("commit").stringValue());
    assertEquals("00", json.path("scenarios").path("good").stringValue());
    assertEquals("there is no drive", json.path("leftOut").path("tape").stringValue());
    assertEquals("17", json.path("providers").path("SUN").stringValue());
  }

  @Test
  void theExitCodeIsTheFirstOfInternalFailedUndecidedAndRejected() {
    ScenarioResult good = scenario("good", Verdict.PASSED);
    ScenarioResult bad = scenario("bad", Verdict.FAILED);
    ScenarioResult late = scenario("late", Verdict.UNDECIDED);
    ScenarioResult broken =
        scenario("broken", Verdict.UNDECIDED, step(1, Verdict.UNDECIDED, "x", true));
    assertEquals(0, RunTotals.NONE.plus(good).exitCode());
    assertEquals(1, RunTotals.NONE.plus(good).plus(bad).exitCode());
    assertEquals(4, RunTotals.NONE.plus(late).plusRejected().exitCode());
    assertEquals(1, RunTotals.NONE.plus(late).plus(bad).plusRejected().exitCode());
    assertEquals(2, RunTotals.NONE.plus(good).plusRejected().exitCode());
    assertEquals(3, RunTotals.NONE.plus(broken).plusRejected().exitCode());
  }
}
