package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps that make a portal lie. */
class HostileStepsTest {

  @TempDir Path directory;

  private ScenarioText text;

  @BeforeEach
  void makeText() {
    text = new ScenarioText(directory);
  }

  @Test
  void aLieThatIsNeverToldFailsTheCaseWithItsPlace() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.ALICE
                + """
                - hostile: example.com
                  as: old application
                - refresh: desktop
                """);
    assertEquals(Verdict.FAILED, result.verdict());
    String explanation = result.steps().get(result.steps().size() - 1).explanation().orElseThrow();
    assertTrue(
        explanation.matches(
            ".*found: not: old application, planned at .*test\\.yaml:8:3 \\(hostile: example.com\\)"),
        explanation);
  }

  @Test
  void aLieEndsForTheMachineThatItWasToldToOnly() throws IOException {
    ScenarioResult result =
        text.steps(
            ScenarioText.CONNECTED
                + """
                - hostile: example.com
                  as: account denied
                  to: phone
                - hostile: example.com
                  as: account denied
                  to: desktop
                - refresh: phone
                  expect: refused 404
                - refresh: desktop
                  expect: refused 404
                - honest: example.com
                  as: account denied
                  to: phone
                - refresh: phone
                - refresh: desktop
                  expect: refused 404
                - honest: example.com
                - refresh: desktop
                """);
    assertEquals(List.of(), result.explained());
    assertEquals(Verdict.PASSED, result.verdict());
  }

  @Test
  void aLieIsRecordedWithTheExchangeThatItChanges() throws IOException {
    text.steps(
        ScenarioText.ALICE
            + """
            - hostile: example.com
              as: account denied
            - refresh: desktop
              expect: refused 404
            - honest: example.com
            - refresh: desktop
            - hostile: example.com
              as: write dropped
            - add: PasswordProfile
              on: desktop
            - update: desktop
            """);
    List<Optional<String>> faults =
        text.events.stream()
            .filter(RunEvent.ScenarioTraced.class::isInstance)
            .map(RunEvent.ScenarioTraced.class::cast)
            .flatMap(traced -> traced.trace().exchanges().stream())
            .map(TracedExchange::fault)
            .filter(Optional::isPresent)
            .toList();
    assertEquals(
        List.of(Optional.of("the portal lies, account denied")),
        faults,
        "what is dropped does not reach the portal whose exchanges are recorded");
  }

  @Test
  void anUnknownLieIsAProblemOfTheFile() throws IOException {
    Path file =
        text.write(
            "unknown",
            ScenarioText.HEAD
                + """
                - hostile: example.com
                  as: old profil
                """);
    String problem = ScenarioFiles.read(List.of(file)).get(0).problems().get(0).lines();
    assertTrue(problem.contains("did you mean \"old profile\"?"), problem);
  }
}
