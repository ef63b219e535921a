package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps on the entries of applications. */
class EntryStepsTest {

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

  private ScenarioResult entry(String type, String expected) throws IOException {
    return text.steps(
        ScenarioText.ALICE
            + "- add: "
            + type
            + "\n  on: desktop\n- putEntry: a\n  on: desktop\n  text: sesame\n"
            + "- getEntry: a\n  on: desktop\n  expect: "
            + expected
            + "\n- update: desktop\n- stored: desktop\n  expect: 1 applications\n");
  }

  @Test
  void everyTypeButPasswordsHasEntriesWithATextThatNoFailureShows() throws IOException {
    for (String type : ValueType.APPLICATION.words()) {
      ScenarioResult right = entry(type, "text sesame");
      if (type.equals("PasswordProfile")) {
        assertTrue(explanation(right).contains("has no entries"), explanation(right));
        continue;
      }
      assertEquals(Verdict.PASSED, right.verdict(), () -> type + explanation(right));
      ScenarioResult wrong = entry(type, "text open");
      assertEquals(Verdict.FAILED, wrong.verdict());
      assertFalse(explanation(wrong).contains("sesame"), explanation(wrong));
      assertFalse(explanation(wrong).contains("open"), explanation(wrong));
    }
    for (String type : ValueType.APPLICATION.words()) {
      assertTrue(ApplicationTypes.installed().tagged(type).isPresent(), type);
    }
  }
}
