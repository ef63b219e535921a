package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.action.StepActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario passes if every expectation holds, and fails otherwise. */
class VerdictTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void prepare() {
    text = new ScenarioText(directory);
  }

  static Stream<Arguments> broken() {
    String alice = ScenarioText.ALICE;
    String connected = ScenarioText.CONNECTED;
    String shared =
        connected
            + """
            - add: PasswordProfile
              on: desktop
            - put: example.com
              on: desktop
              user: alice
              password: secret
            - addDevice: phone
              on: desktop
            - update: desktop
            """;
    return Stream.of(
        Arguments.of(
            "- validate: a@example.com\n  on: desktop\n  expect: %s\n", "valid", "not valid"),
        Arguments.of(
            "- validate: a@example.com\n  on: desktop\n  expect: %s\n",
            "nothing logged", "refused 409"),
        Arguments.of(
            alice + "- createAccount: alice@example.com\n  on: desktop\n  expect: %s\n",
            "error session.already-bound",
            "ok"),
        Arguments.of(
            alice
                + "- createDevice: phone\n- createAccount: alice@example.com\n  on: phone\n"
                + "  expect: %s\n",
            "[refused 409, nothing logged]",
            "refused 404"),
        Arguments.of(
            alice + "- escrow: 2 of 3\n  on: desktop\n  expect: %s\n", "ok", "nothing logged"),
        Arguments.of(
            alice + "- escrow: 4 of 3\n  on: desktop\n  expect: %s\n",
            "error share.quorum",
            "error share.count"),
        Arguments.of(connected + "- refresh: phone\n  expect: %s\n", "2 devices", "3 devices"),
        Arguments.of(
            connected + "- refresh: phone\n  expect: %s\n", "device desktop", "no device desktop"),
        Arguments.of(
            connected + "- connectPending: desktop\n  expect: %s\n", "0 pending", "pending phone"),
        Arguments.of(
            connected + "- connectPending: desktop\n  expect: %s\n", "ok", "same authenticator"),
        Arguments.of(
            shared + "- get: example.com\n  on: desktop\n  expect: %s\n",
            "[user alice, password secret]",
            "password other"),
        Arguments.of(
            shared + "- get: example.org\n  on: desktop\n  expect: %s\n", "no entry", "user alice"),
        Arguments.of("- exchange: '{}'\n  on: phone\n  expect: %s\n", "refused 400", "status 201"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void trueExpectationsPassAndFalseOnesFail(String steps, String right, String wrong)
      throws IOException {
    ScenarioResult passed = text.steps(steps.formatted(right));
    assertEquals(Verdict.PASSED, passed.verdict(), passed.toString());
    ScenarioResult failed = text.steps(steps.formatted(wrong));
    assertEquals(Verdict.FAILED, failed.verdict(), failed.toString());
    StepResult last = failed.steps().get(failed.steps().size() - 1);
    assertEquals(Verdict.FAILED, last.verdict());
    assertTrue(last.explanation().orElseThrow().contains("expected "), last.toString());
  }

  @Test
  void aPasswordIsNotPrintedWhereItDiffers() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - add: PasswordProfile
                  on: desktop
                - put: example.com
                  on: desktop
                  user: alice
                  password: hunter2
                - get: example.com
                  on: desktop
                  expect: password other
                """);
    String explanation = result.steps().get(4).explanation().orElseThrow();
    assertFalse(explanation.contains("hunter2"), explanation);
  }

  @Test
  void laterStepsOfAFailedScenarioAreNotRunAndOtherScenariosAre() throws IOException {
    Path first =
        text.write(
            "first",
            ScenarioText.HEAD
                + """
                - validate: a@example.com
                  on: desktop
                  expect: not valid
                - createDevice: desktop
                """);
    Path second = text.write("second", ScenarioText.HEAD + ScenarioText.ALICE);
    RunTotals totals = text.run(first, second);
    assertEquals(new RunTotals(1, 1, 0, 0, 0, false, false), totals);
    assertEquals(1, totals.exitCode());
    assertEquals(
        List.of(Verdict.FAILED, Verdict.UNDECIDED),
        text.results.get(0).steps().stream().map(StepResult::verdict).toList());
    assertEquals(Verdict.PASSED, text.results.get(1).verdict());
  }

  @Test
  void aFileThatIsNoScenarioIsReportedAndTheOthersRun() throws IOException {
    Path bad = text.write("bad", "purpose: x\nstep: y\n");
    Path good = text.write("good", ScenarioText.HEAD + ScenarioText.ALICE);
    RunTotals totals = text.run(bad, good);
    assertEquals(new RunTotals(1, 0, 0, 0, 1, false, false), totals);
    assertEquals(2, totals.exitCode());
    assertTrue(text.events.stream().anyMatch(e -> e instanceof RunEvent.ScenarioRejected));
  }

  @Test
  void giveUpWaitingIsUndecided() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - createDevice: phone
                - connect: alice@example.com
                  on: phone
                - poll: phone
                  expect: pending
                - await: phone
                """);
    assertEquals(Verdict.UNDECIDED, result.verdict());
    String why = result.steps().get(5).explanation().orElseThrow();
    assertTrue(why.contains("; hint: "), why);
    assertFalse(result.internal());
    assertEquals(4, RunTotals.NONE.plus(result).exitCode());
  }

  @Test
  void anErrorOfTheProgramIsReportedAsSuch() throws IOException {
    Path file = text.write("broken", ScenarioText.HEAD + ScenarioText.ALICE);
    RunTotals totals =
        text.run(
            RunOptions.DEFAULT,
            word ->
                (stage, step) -> {
                  throw new IllegalStateException("text that may hold anything");
                },
            file);
    assertEquals(3, totals.exitCode());
    StepResult step = text.results.get(0).steps().get(0);
    assertTrue(step.internal());
    assertTrue(step.place().endsWith("broken.yaml:5:3"), step.place());
    String explanation = step.explanation().orElseThrow();
    assertTrue(explanation.contains("IllegalStateException at VerdictTest.java:"), explanation);
    assertFalse(explanation.contains("anything"), explanation);
    assertTrue(Files.exists(text.out().resolve("broken/internal-error.txt")));
  }

  @Test
  void aStoreThatCannotBeOpenedLeavesTheScenarioUndecidedAndTheOthersRun() throws IOException {
    Path first = text.write("first", ScenarioText.HEAD + ScenarioText.ALICE);
    Path second = text.write("second", ScenarioText.HEAD + ScenarioText.ALICE);
    RunOptions noServer = new RunOptions(1, Optional.empty(), Optional.empty(), "postgresql");
    RunTotals totals = text.run(noServer, StepActions::of, first, second);
    assertEquals(new RunTotals(0, 0, 2, 0, 0, false, false), totals);
    StepResult step = text.results.get(0).steps().get(0);
    String why = step.explanation().orElseThrow();
    assertTrue(why.contains("MESH_SIM_POSTGRES; hint: set it to jdbc:postgresql:"), why);
  }

  @Test
  void everyStepHasAnAction() {
    assertEquals(
        StepKinds.all().stream().map(k -> k.word()).sorted().toList(),
        StepActions.all().keySet().stream().sorted().toList());
  }
}
