package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.StepReference;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.sim.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that plans a fault of the messages. */
class FaultStepsTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void makeText() {
    text = new ScenarioText(directory);
  }

  private static StepResult last(ScenarioResult result) {
    return result.steps().get(result.steps().size() - 1);
  }

  @Test
  void aFaultThatNeverHappensFailsTheCaseWithItsPlace() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - fault: answer lost
                  on: phone
                - refresh: desktop
                """);
    assertEquals(Verdict.FAILED, result.verdict());
    String explanation = last(result).explanation().orElseThrow();
    assertTrue(
        explanation.matches(
            "expected every planned fault to happen; found: not: answer lost, planned at"
                + " .*test\\.yaml:8:3 \\(fault on phone\\)"),
        explanation);
  }

  @Test
  void aLateAnswerThatIsNeverGivenFailsTheCase() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - fault: answer late
                  on: desktop
                - refresh: desktop
                  expect: error portal.unreachable
                - restart: desktop
                - refresh: desktop
                """);
    assertEquals(Verdict.FAILED, result.verdict());
    assertTrue(last(result).explanation().orElseThrow().contains("not: answer late"));
  }

  @Test
  void aFailureIsNotHiddenByAFaultThatHasNotHappened() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - fault: answer lost
                  on: phone
                - refresh: desktop
                  expect: 2 devices
                """);
    assertTrue(last(result).explanation().orElseThrow().startsWith("expected 2 devices"));
  }

  @Test
  void aMessageOfTheScenarioCanBeLostToo() throws IOException {
    ScenarioResult result =
        text.steps(
            """
            - fault: request lost
              on: phone
            - exchange: '{"Hello":{}}'
              on: desktop
              expect: status 201
            - exchange: '{"Hello":{}}'
              on: phone
              expect: error portal.unreachable
            """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> result.steps().toString());
  }

  @Test
  void aMisspelledFaultOrTransactionIsSaidWithTheNearestWord() throws IOException {
    Path file =
        text.write(
            "bad",
            ScenarioText.HEAD
                + """
                - fault: answer lots
                  on: phone
                  of: Publsh
                """);
    List<Problem> problems = ScenarioFiles.read(List.of(file)).get(0).problems();
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.get(0).hint().contains("answer lost"), problems.get(0).hint());
    assertTrue(problems.get(1).hint().contains("Publish"), problems.get(1).hint());
  }

  @Test
  void theReferenceHasTheTableOfFaults() {
    for (Fault fault : Fault.values()) {
      String row = "| `" + fault.label() + "` | " + fault.place().label() + " | ";
      assertTrue(StepReference.markdown().contains(row), row);
    }
  }

  @Test
  void anErrorOfAClockIsATimeAndADirection() throws IOException {
    for (String bad : List.of("ahead", "10 minutes", "10 minutes late", "0 days ahead", "Right")) {
      Path file = text.write("bad", ScenarioText.HEAD + "- clock: " + bad + "\n  on: phone\n");
      List<Problem> problems = ScenarioFiles.read(List.of(file)).get(0).problems();
      assertEquals(1, problems.size(), bad);
      assertTrue(
          problems.get(0).text().startsWith("clock takes right, or a time and"),
          problems.get(0).text());
    }
  }

  @Test
  void aClockStaysWrongWhenItsMachineRestarts() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - clock: 1 day behind
                  on: desktop
                - restart: desktop
                - escrow: 2 of 3
                  on: desktop
                  expect: refused 401
                - clock: right
                  on: desktop
                - escrow: 2 of 3
                  on: desktop
                """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> result.steps().toString());
  }
}
