package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.document.TranscriptRun;
import dev.meshsim.scenario.results.CaseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsRunTest {

  @TempDir Path directory;

  private static final String TEXT =
      ScenarioText.HEAD.replace(
              "steps:",
              """
              rows:
                - {name: one, user: alice, seen: valid}
                - {name: two, user: bob, seen: not valid}
              steps:""")
          + """
          - validate: "{user}+{run}@example.com"
            on: desktop
            expect: "{seen}"
          """;

  @Test
  void rowsAreRunOverEveryStore() throws IOException {
    ScenarioText run = new ScenarioText(directory);
    RunOptions options =
        new RunOptions(
            RunOptions.DEFAULT_SEED, Optional.empty(), Optional.empty(), RunOptions.ALL_STORES);
    Path file = run.write("test", TEXT.replace("seen: not valid", "seen: valid"));
    RunTotals totals = run.run(options, StepActions::of, file);
    assertEquals(run.results.size(), totals.passed());
    List<String> names = run.results.stream().map(ScenarioResult::name).toList();
    assertTrue(
        names.containsAll(List.of("test[one]", "test[two]", "test[two]@file")), names::toString);
    assertTrue(run.results.stream().allMatch(result -> result.verdict() == Verdict.PASSED));
    assertTrue(
        Files.exists(run.out().resolve(CaseDirectory.of("test[one]")).resolve("transcript.md")));
  }

  @Test
  void transcriptIsOfOneCase() throws IOException {
    Path file = new ScenarioText(directory).write("test", TEXT.replace("{run}", "{name}"));
    RunException e =
        assertThrows(
            RunException.class,
            () ->
                new TranscriptRun(RunOptions.DEFAULT, Optional.empty())
                    .run(file.toString(), t -> {}, x -> {}));
    assertEquals("scenario.several", e.code());
    assertEquals(file + " has 2 cases, and a transcript is of one", e.problem());
    assertEquals("name one of them: " + file + ":5, " + file + ":6", e.hint());
    Cli first = Cli.run("transcript", file + ":5");
    assertEquals(0, first.code(), first.errors());
    assertTrue(first.out().contains("alice+one@example.com"), first.out());
    assertEquals(1, Cli.run("transcript", file + ":6").code());
  }

  @Test
  void tagsAreListedAndChosenBy() throws IOException {
    ScenarioText run = new ScenarioText(directory);
    run.write("tagged", TEXT.replace("rows:", "tags: [accounts, slow]\nrows:"));
    run.write("other", ScenarioText.HEAD + ScenarioText.ALICE);
    Cli all = Cli.run("run", directory + "", "--list");
    assertTrue(all.out().contains("tagged[one] "), all.out());
    assertEquals(2, all.out().split("tags: accounts, slow", -1).length - 1, all.out());
    Cli tagged = Cli.run("run", directory + "", "--list", "--tag", "slow");
    assertEquals(2, tagged.out().lines().count(), tagged.out());
    Cli rest = Cli.run("run", directory + "", "--list", "--tag", "not slow");
    assertTrue(rest.out().startsWith("other "), rest.out());
    Cli json = Cli.run("run", directory + "", "--list", "--tag", "slow", "--format", "json");
    assertTrue(json.out().contains("\"tags\":[\"accounts\",\"slow\"]"), json.out());
    Cli ran = Cli.run("run", directory + "", "--tag", "slow", "--out", run.out() + "");
    assertTrue(ran.out().contains("tagged[two]") && !ran.out().contains("other"), ran.out());
  }
}
