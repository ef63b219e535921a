package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.reader.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps about conflicts: their outcomes, and the mistakes that people make with them. */
class ConflictStepsTest {

  private static final String SHARED =
      ScenarioText.CONNECTED
          + """
          - add: PasswordProfile
            on: desktop
          - addDevice: phone
            on: desktop
            admin: true
          - update: desktop
          - refresh: phone
          - application: PasswordProfile
            on: phone
          """;

  private static final String CONFLICT =
      SHARED
          + """
          - put: example.com
            on: desktop
            user: alice
            password: one
          - put: example.com
            on: phone
            user: alice
            password: two
          - update: desktop
          - update: phone
            expect: [error conflict.differs, nothing logged]
          """;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "1 differences, no conflict",
    "differs the entry of example.com, differs the entry of example.org",
    "ok, 2 differences"
  })
  void aConflictIsObserved(String right, String wrong) throws IOException {
    String steps = CONFLICT + "- conflict: phone\n  expect: %s\n";
    assertEquals(Verdict.PASSED, run(steps.formatted(right)).verdict());
    assertEquals(Verdict.FAILED, run(steps.formatted(wrong)).verdict());
  }

  @ParameterizedTest
  @CsvSource({"mine, two", "theirs, one"})
  void aConflictIsResolvedForASideAndPublished(String side, String password) throws IOException {
    String steps =
        CONFLICT
            + """
            - resolve: %s
              on: phone
            - conflict: phone
              expect: no conflict
            - update: phone
            - application: PasswordProfile
              on: desktop
            - get: example.com
              on: desktop
              expect: password %s
            """;
    ScenarioResult result = run(steps.formatted(side, password));
    assertEquals(Verdict.PASSED, result.verdict(), result.toString());
  }

  @Test
  void withoutAConflictThereIsNothingToResolve() throws IOException {
    String steps = SHARED + "- resolve: mine\n  on: phone\n";
    assertEquals(Verdict.PASSED, run(steps + "  expect: error scenario.missing\n").verdict());
    ScenarioResult failed = run(steps);
    StepResult last = failed.steps().get(failed.steps().size() - 1);
    assertEquals(Verdict.FAILED, last.verdict());
    assertTrue(last.explanation().orElseThrow().contains("phone has no conflict"), last.toString());
  }

  @Test
  void anApplicationIsRemovedOnceAndDoesNotComeBack() throws IOException {
    ScenarioResult result =
        run(
            SHARED
                + """
                - removeApplication: PasswordProfile
                  on: desktop
                - removeApplication: PasswordProfile
                  on: desktop
                  expect: [error scenario.missing, nothing logged]
                - put: example.com
                  on: phone
                  user: alice
                  password: one
                - update: phone
                  expect: [error session.application-removed, nothing logged]
                - refresh: phone
                  expect: 0 applications
                """);
    assertEquals(Verdict.PASSED, result.verdict(), result.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resolve: their | test.yaml:5:12: resolve takes mine or theirs | did you mean \"theirs\"?",
        "resolve: Mine | test.yaml:5:12: resolve takes mine or theirs | did you mean \"mine\"?",
        "resolve: both | test.yaml:5:12: resolve takes mine or theirs | resolve: mine",
        "resolve: [mine] | test.yaml:5:12: resolve takes mine or theirs | resolve: mine",
        "resolv: mine | test.yaml:5:3: a step begins with its call | did you mean \"resolve\"?",
        "resolve: mine | test.yaml:5:3: resolve needs an application profile | add, application",
        "removeApplicaton: PasswordProfile | test.yaml:5:3: a step | \"removeApplication\"?",
        "removeApplication: PasswordProfil | test.yaml:5:22: removeA | \"PasswordProfile\"?",
        "removeApplication: PasswordProfile | test.yaml:5:3: removeApplication needs | recover",
      })
  void aMistakeIsReportedAtItsPlace(String step, String problem, String hint) {
    String text = ScenarioText.HEAD + "- " + step + "\n  on: phone\n";
    String lines =
        assertThrows(
                ScenarioException.class,
                () ->
                    ScenarioReader.read("test", "test.yaml", text.getBytes(StandardCharsets.UTF_8)))
            .problems()
            .get(0)
            .lines();
    assertTrue(lines.startsWith(problem), lines);
    assertTrue(lines.lines().skip(1).findFirst().orElse("").contains(hint), lines);
  }

  private ScenarioResult run(String steps) throws IOException {
    return new ScenarioText(directory).steps(steps);
  }
}
