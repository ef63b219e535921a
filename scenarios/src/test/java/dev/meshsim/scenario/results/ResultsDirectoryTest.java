package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.scenario.run.TranscriptRun;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run replaces only earlier results of its scenarios. */
class ResultsDirectoryTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void prepare() {
    text = new ScenarioText(directory);
  }

  @Test
  void oldResultsOfTheSameScenarioAreReplacedAsAWhole() throws IOException {
    text.steps(ScenarioText.CONNECTED);
    assertTrue(Files.exists(text.out().resolve("test/messages/002-GetRequest.json")));
    text.steps(ScenarioText.ALICE);
    Map<String, String> tree = Trees.of(text.out().resolve("test"));
    assertEquals(
        Set.of(
            "mesh.jlog",
            "portal.jlog",
            "trace.jsonl",
            "transcript.md",
            "messages/001-CreateRequest.json",
            "messages/001-CreateResponse.json"),
        tree.keySet());
  }

  @Test
  void resultsOfOtherScenariosStay() throws IOException {
    text.run(text.write("first", ScenarioText.HEAD + ScenarioText.ALICE));
    text.run(text.write("second", ScenarioText.HEAD + ScenarioText.ALICE));
    assertTrue(Files.exists(text.out().resolve("first/trace.jsonl")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thesis.txt",
        "test/thesis.txt",
        "test/messages/thesis.json",
        "other/thesis.txt",
        "other/deep/thesis.txt",
        "test/stores/thesis.txt"
      })
  void aDirectoryWithAForeignFileIsRefusedAndTheFileStays(String name) throws IOException {
    text.steps(ScenarioText.ALICE);
    Path foreign = text.out().resolve(name);
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "years of work");
    Map<String, String> before = Trees.of(directory);
    MeshException refusal =
        Failing.with(ResultsException.Code.FOREIGN, () -> text.steps(ScenarioText.ALICE));
    assertTrue(
        refusal.problem().contains("thesis") || refusal.problem().matches(".*(deep|stores).*"));
    assertEquals(before, Trees.of(directory));
  }

  @Test
  void aSymbolicLinkIsForeign() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createDirectory(text.out());
    Files.createSymbolicLink(text.out().resolve("test"), elsewhere);
    Failing.with(ResultsException.Code.FOREIGN, () -> text.steps(ScenarioText.ALICE));
    assertFalse(Files.exists(elsewhere.resolve("trace.jsonl")));
  }

  @Test
  void aDirectoryThatOnlyLooksLikeResultsIsForeign() throws IOException {
    Path mine = Files.createDirectories(text.out().resolve("test")).resolve("mesh.jlog");
    Files.writeString(mine, "a portal's log");
    Failing.with(ResultsException.Code.FOREIGN, () -> text.steps(ScenarioText.ALICE));
    assertEquals("a portal's log", Files.readString(mine));
    MeshException refusal =
        Failing.with(ResultsException.Code.FOREIGN, () -> transcript(mine.getParent()));
    assertTrue(refusal.problem().contains("mesh.jlog"), refusal.problem());
    assertEquals("a portal's log", Files.readString(mine));
  }

  @Test
  void whereNoDirectoryCanBeItIsSaidWhy() throws IOException {
    Files.writeString(text.out(), "a file");
    ResultsException refusal =
        assertThrows(ResultsException.class, () -> text.steps(ScenarioText.ALICE));
    assertTrue(refusal.problem().endsWith(": something of that name is there already"));
  }

  @Test
  void aLockThatNoRunWroteIsForeign() throws IOException {
    text.steps(ScenarioText.ALICE);
    Path lock = Files.writeString(text.out().resolve("run.lock"), "the key is under the mat");
    Failing.with(ResultsException.Code.FOREIGN, () -> text.steps(ScenarioText.ALICE));
    assertEquals("the key is under the mat", Files.readString(lock));
  }

  @Test
  void theRemainsOfAKilledRunAreReplaced() throws IOException {
    Files.createDirectories(text.out().resolve("test"));
    Files.writeString(text.out().resolve("run.lock"), "process 1\n");
    assertEquals(Verdict.PASSED, text.steps(ScenarioText.ALICE).verdict());
    assertFalse(Files.exists(text.out().resolve("run.lock")));
  }

  @Test
  void aTranscriptReplacesATranscript() throws IOException {
    Path out = directory.resolve("transcript");
    assertEquals(0, transcript(out));
    Map<String, String> first = Trees.of(out);
    Files.writeString(out.resolve("messages/099-GetRequest.json"), "{}");
    assertEquals(0, transcript(out));
    assertEquals(first, Trees.of(out));
  }

  @Test
  void aDirectoryOfResultsIsOneRunsAtATime() throws IOException {
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.ALICE);
    List<MeshException> refusals = new ArrayList<>();
    text.run(
        RunOptions.DEFAULT,
        word ->
            (stage, step) -> {
              refusals.add(
                  Failing.with(
                      ResultsException.Code.IN_USE, () -> new ScenarioText(directory).run(file)));
              return StepActions.of(word).run(stage, step);
            },
        file);
    assertEquals(2, refusals.size());
    assertEquals(Verdict.PASSED, text.results.get(0).verdict());
    assertTrue(refusals.get(0).problem().contains("this process"), refusals.get(0).problem());
    assertTrue(refusals.get(0).hint().contains("--out"), refusals.get(0).hint());
    text.run(file);
  }

  private int transcript(Path out) throws IOException {
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.ALICE);
    return new TranscriptRun(RunOptions.DEFAULT, Optional.of(out)).run(file, t -> {}, e -> {});
  }
}
