package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that copy the data of machines and portals, and put it back. */
class BackupStepsTest {

  private static final RunOptions ALL =
      new RunOptions(7, Optional.empty(), Optional.empty(), RunOptions.ALL_STORES);

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void makeText() {
    text = new ScenarioText(directory);
  }

  private void passesEverywhere(String steps) throws IOException {
    text.run(ALL, StepActions::of, write(steps));
    for (ScenarioResult result : text.results) {
      assertEquals(Verdict.PASSED, result.verdict(), () -> explanation(result));
    }
    assertTrue(text.results.size() >= 4);
  }

  private Path write(String steps) throws IOException {
    return text.write("test", ScenarioText.HEAD + steps);
  }

  private static String explanation(ScenarioResult result) {
    return result.name()
        + result.steps().stream()
            .map(StepResult::explanation)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
  }

  @Test
  void aRestoredPortalHasTheDataOfItsBackupInEveryStore() throws IOException {
    passesEverywhere(
        ScenarioText.ALICE
            + """
            - backupPortal: example.com
              expect: nothing logged
            - createAccount: bob@example.com
              on: desktop
            - restorePortal: example.com
              expect: nothing logged
            - validate: bob@example.com
              on: phone
              expect: valid
            - validate: alice@example.com
              on: phone
              expect: not valid
            - restartPortal: example.com
            - validate: bob@example.com
              on: phone
              expect: valid
            - personalSession: alice@example.com
              on: desktop
            - refresh: desktop
              expect: nothing logged
            """);
  }

  @Test
  void aRestoredMachineHasTheDataOfItsBackupInEveryStore() throws IOException {
    passesEverywhere(
        ScenarioText.ALICE
            + """
            - backup: desktop
            - createAccount: bob@example.com
              on: desktop
            - restore: desktop
            - accounts: desktop
              expect: [1 accounts, account alice@example.com]
            - restart: desktop
            - accounts: desktop
              expect: 1 accounts
            - personalSession: alice@example.com
              on: desktop
            - refresh: desktop
            """);
  }

  @Test
  void aCopyReplacesTheDataOfTheOtherMachineInEveryStore() throws IOException {
    passesEverywhere(
        ScenarioText.ALICE
            + """
            - createDevice: phone
            - createAccount: bob@example.com
              on: phone
            - copy: desktop
              to: phone
            - accounts: phone
              expect: [1 accounts, account alice@example.com]
            - restart: phone
            - refresh: phone
              expect: device phone
            - accounts: desktop
              expect: 1 accounts
            """);
  }

  @Test
  void theLaterOfTwoBackupsIsPutBack() throws IOException {
    ScenarioResult result =
        text.steps(
            """
            - backup: desktop
            - backupPortal: example.com
            """
                + ScenarioText.ALICE
                + """
                - backup: desktop
                - backupPortal: example.com
                - restore: desktop
                - restorePortal: example.com
                - refresh: desktop
                """);
    assertEquals(Verdict.PASSED, result.verdict(), () -> explanation(result));
  }

  @Test
  void withoutABackupNothingIsPutBack() throws IOException {
    Path file = write("- restore: phone\n");
    List<Problem> problems = ScenarioFiles.read(List.of(file)).get(0).problems();
    assertEquals("restore needs a backup, and phone has none by then", problems.get(0).text());
    ScenarioResult result = text.steps("- restorePortal: example.com\n");
    assertTrue(explanation(result).contains("example.com has no backup"), explanation(result));
  }
}
