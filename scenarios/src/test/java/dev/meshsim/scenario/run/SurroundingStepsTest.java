package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.scenario.results.CaseStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps about time and restarts, and the reason of a step. */
class SurroundingStepsTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void makeText() {
    text = new ScenarioText(directory);
  }

  private static String explanation(ScenarioResult result) {
    return result.steps().stream()
        .map(StepResult::explanation)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  @Test
  void aMachineHasAfterARestartWhatItsStoreKeeps() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.CONNECTED
                + """
                - restart: desktop
                - restart: phone
                - refresh: phone
                  expect: 2 devices
                - accounts: desktop
                  expect: [1 accounts, default alice@example.com]
                """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> explanation(result));
  }

  @Test
  void aListOfRequestsIsLostInARestart() throws IOException {
    String steps =
        ScenarioText.ALICE
            + """
            - createDevice: phone
            - connect: alice@example.com
              on: phone
            - connectPending: desktop
            - restart: desktop
            - connectClose: phone
              on: desktop
              result: ACCEPTED
            """;
    Path file = text.write("lost", ScenarioText.HEAD + steps);
    ScenarioFile read = ScenarioFiles.read(List.of(file)).get(0);
    assertEquals(1, read.problems().size());
    assertEquals(
        "connectClose needs a list of pending requests, and desktop has none by then",
        read.problems().get(0).text());
  }

  @Test
  void aRestartedPortalHasWhatItAcknowledged() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - restartPortal: example.com
                  expect: nothing logged
                - validate: alice@example.com
                  on: phone
                  expect: not valid
                - refresh: desktop
                  expect: [1 devices, nothing logged]
                - escrow: 2 of 3
                  on: desktop
                """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> explanation(result));
  }

  @Test
  void theReasonOfAStepIsPartOfItsFailure() throws IOException {
    ScenarioResult result =
        text.steps(
            """
            - createDevice: desktop
            - validate: alice@example.com
              on: desktop
              expect: not valid
              because: the name is taken
            """);
    assertEquals(Verdict.FAILED, result.verdict());
    assertEquals(
        "expected not valid; found: ok, valid, nothing logged; because: the name is taken",
        explanation(result));
  }

  @Test
  void timePasses() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - createDevice: phone
                - connect: alice@example.com
                  on: phone
                - wait: 1 week
                - wait: 1 second
                - connectPending: desktop
                  expect: 0 pending
                """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> explanation(result));
  }

  @Test
  void aTimeIsANumberAndAUnit() throws IOException {
    for (String bad : List.of("8", "days", "0 days", "-1 day", "8 fortnights", "99999 days")) {
      Path file = text.write("bad", ScenarioText.HEAD + "- wait: " + bad + "\n");
      ScenarioFile read = ScenarioFiles.read(List.of(file)).get(0);
      assertEquals(1, read.problems().size(), bad);
      assertTrue(
          read.problems().get(0).text().startsWith("wait takes a time: a number of seconds"),
          read.problems().get(0).text());
    }
  }

  @Test
  void whatIsStoppedHasItsLogsForced() {
    for (StepKind kind : StepKinds.all()) {
      boolean restarts =
          List.of("restart", "crashPortal", "restartPortal", "restore", "restorePortal")
              .contains(kind.word());
      assertEquals(restarts, kind.stops(), kind.word());
    }
    for (String step : List.of("restart: phone", "restartPortal: example.com", "wait: 1 days")) {
      String text =
          "purpose: x\nmachines: [phone]\nportal: example.com\nsteps:\n  - eraseTest: phone\n  - ";
      byte[] octets = (text + step + "\n").getBytes(StandardCharsets.UTF_8);
      Scenario scenario = ScenarioReader.read("a", "a.yaml", octets);
      assertEquals(step.startsWith("restart"), CaseStores.isForced(scenario), step);
    }
  }
}
