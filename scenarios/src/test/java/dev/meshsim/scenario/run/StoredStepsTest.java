package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations on what is stored, and the opposites of expectations. */
class StoredStepsTest {

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

  /** Each is true of Alice's desktop or her portal, so its opposite fails. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stored: desktop; 1 devices",
        "stored: desktop; 1 accounts",
        "stored: desktop; profile version 1",
        "stored: desktop; latest profile",
        "stored: desktop; master key",
        "stored: desktop; online key",
        "stored: phone; nothing",
        "logged: example.com; 2 records",
        "logged: example.com; 1 personal profiles",
        "logged: example.com; account alice@example.com"
      })
  void anExpectationHoldsOrItsOppositeDoes(String row) throws IOException {
    String step = "- " + row.substring(0, row.indexOf(';')) + "\n  expect: ";
    String expectation = row.substring(row.indexOf(';') + 2);
    assertEquals(
        Verdict.PASSED,
        text.steps(ScenarioText.ALICE + step + expectation + "\n").verdict(),
        () -> explanation(text.results.get(0)));
    ScenarioResult opposite = text.steps(ScenarioText.ALICE + step + "not " + expectation + "\n");
    assertEquals(Verdict.FAILED, opposite.verdict());
    assertTrue(explanation(opposite).startsWith("expected not " + expectation + "; found: ok, "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored: phone; latest profile", "logged: example.com; 3 records"})
  void whatDoesNotHoldFailsAndItsOppositePasses(String row) throws IOException {
    String step = "- " + row.substring(0, row.indexOf(';')) + "\n  expect: ";
    String expectation = row.substring(row.indexOf(';') + 2);
    assertEquals(
        Verdict.FAILED, text.steps(ScenarioText.ALICE + step + expectation + "\n").verdict());
    assertEquals(
        Verdict.PASSED,
        text.steps(ScenarioText.ALICE + step + "not " + expectation + "\n").verdict());
  }

  @Test
  void anOppositeIsNoLeaveToFail() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - away: example.com
                - refresh: desktop
                  expect: not 2 devices
                """);
    assertEquals(Verdict.FAILED, result.verdict());
    assertTrue(
        explanation(result).endsWith("the portal is away (portal.unreachable)"),
        explanation(result));
  }

  @Test
  void aFailureIsExpectedByItsKindAndHasNoOpposite() throws IOException {
    for (String bad : List.of("not ok", "not refused 409", "not error portal.unknown")) {
      Path file = text.write("bad", ScenarioText.HEAD + "- stored: phone\n  expect: " + bad + "\n");
      List<Problem> problems = ScenarioFiles.read(List.of(file)).get(0).problems();
      assertEquals(1, problems.size(), bad);
      assertTrue(problems.get(0).text().startsWith("stored cannot show \"" + bad + "\""));
    }
    Path file = text.write("bad", ScenarioText.HEAD + "- refresh: phone\n  expect: not device x\n");
    assertTrue(
        ScenarioFiles.read(List.of(file)).get(0).problems().stream()
            .anyMatch(problem -> problem.text().startsWith("there is no machine \"x\"")));
  }
}
