package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results replace results of the same scenario, and never anything else. */
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
        "other/deep/thesis.txt"
      })
  void aDirectoryWithAForeignFileIsRefusedAndTheFileStays(String name) throws IOException {
    text.steps(ScenarioText.ALICE);
    Path foreign = text.out().resolve(name);
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "years of work");
    Map<String, String> before = Trees.of(directory);
    ForeignResultsException refusal =
        assertThrows(ForeignResultsException.class, () -> text.steps(ScenarioText.ALICE));
    assertTrue(refusal.problem().contains("thesis") || refusal.problem().contains("deep"));
    assertEquals(before, Trees.of(directory));
  }

  @Test
  void aSymbolicLinkIsForeign() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createDirectory(text.out());
    Files.createSymbolicLink(text.out().resolve("test"), elsewhere);
    assertThrows(ForeignResultsException.class, () -> text.steps(ScenarioText.ALICE));
    assertFalse(Files.exists(elsewhere.resolve("trace.jsonl")));
  }
}
