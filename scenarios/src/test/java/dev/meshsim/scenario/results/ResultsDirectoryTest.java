package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.document.TranscriptRun;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.testing.Trees;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    assertTrue(Files.exists(text.out().resolve("test/messages/connect-phone.Get.request.json")));
    text.steps(ScenarioText.ALICE);
    Map<String, String> tree = new TreeMap<>(Trees.of(text.out().resolve("test")));
    tree.keySet().removeIf(name -> name.startsWith("examples/createAccount-desktop."));
    assertEquals(
        Set.of(
            "mesh.jlog",
            "portal.jlog",
            "trace.jsonl",
            "transcript.md",
            "messages/createAccount-desktop.Hello.request.json",
            "messages/createAccount-desktop.Hello.response.json",
            "messages/createAccount-desktop.CreateAccount.request.json",
            "messages/createAccount-desktop.CreateAccount.signed.json",
            "messages/createAccount-desktop.CreateAccount.response.json"),
        tree.keySet());
  }

  @Test
  void aRunBeginsByRemovingAllThatEarlierRunsLeft() throws IOException {
    Path first = text.write("first", ScenarioText.HEAD + ScenarioText.ALICE);
    Path second = text.write("second", ScenarioText.HEAD + ScenarioText.ALICE);
    Path bad = text.write("bad", "purpose: x\n");
    RunOptions overFile = new RunOptions(1, Optional.empty(), Optional.empty(), "file");
    text.run(overFile, StepActions::of, first, second, bad);
    assertTrue(Trees.of(text.out()).keySet().containsAll(Set.of("junit.xml", "results.json")));
    List<Set<String>> seen = new ArrayList<>();
    text.run(
        RunOptions.DEFAULT,
        word ->
            (stage, step) -> {
              seen.add(there());
              return StepActions.of(word).run(stage, step);
            },
        second);
    // This is what remains if the run is killed during its first step.
    assertEquals(
        Set.of(
            "cases.jsonl",
            "events.ndjson",
            "run.json",
            "run.lock",
            "second/mesh.jlog",
            "second/portal.jlog",
            "second/mesh.jlog.lock",
            "second/portal.jlog.lock"),
        seen.get(0));
    assertFalse(Files.exists(text.out().resolve("first")));
    assertFalse(Files.exists(text.out().resolve("stores/file")));
    assertTrue(Files.exists(text.out().resolve("junit.xml")));
  }

  @Test
  void aTranscriptThatIsStoppedIsNotTheOneBefore() throws IOException {
    Path out = directory.resolve("transcript");
    assertEquals(0, transcript(out));
    String before = Files.readString(out.resolve("transcript.md"));
    try (ResultsDirectory results = ResultsDirectory.single(out)) {
      assertEquals(Set.of("run.lock", "transcript.md"), Trees.of(results.path()).keySet());
      String during = Files.readString(out.resolve("transcript.md"));
      assertTrue(during.startsWith("The scenario has not ended"), during);
    }
    assertEquals(0, transcript(out));
    assertEquals(before, Files.readString(out.resolve("transcript.md")));
  }

  @Test
  void anOpenStoreOfAnotherScenarioStopsTheRunBeforeAnythingIsRemoved() throws IOException {
    RunOptions overFile = new RunOptions(1, Optional.empty(), Optional.empty(), "file");
    text.run(
        overFile, StepActions::of, text.write("first", ScenarioText.HEAD + ScenarioText.ALICE));
    Path root = text.out().resolve("stores/file/first/desktop");
    Map<String, String> before = Trees.of(text.out().resolve("first"));
    try (var open =
        MachineStores.named("file")
            .open(root, StoreMode.TEST, World.seeded(1).stream("test", "store"))) {
      Path second = text.write("second", ScenarioText.HEAD + ScenarioText.ALICE);
      assertThrows(FilesException.FileLocked.class, () -> text.run(second));
    }
    assertEquals(before, Trees.of(text.out().resolve("first")));
    assertTrue(Files.exists(text.out().resolve("junit.xml")));
  }

  @Test
  void remainsOfAFileThatWasBeingWrittenAreReplaced() throws IOException {
    text.steps(ScenarioText.ALICE);
    Files.writeString(text.out().resolve("junit.xml.unfinished"), "<?xml");
    Files.writeString(text.out().resolve("test/messages/001-X.json.unfinished"), "{");
    text.steps(ScenarioText.ALICE);
    assertTrue(
        Trees.of(text.out()).keySet().stream().noneMatch(name -> name.endsWith("unfinished")));
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

  private Set<String> there() {
    try {
      return Trees.of(text.out()).keySet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int transcript(Path out) throws IOException {
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.ALICE);
    return new TranscriptRun(RunOptions.DEFAULT, Optional.of(out))
        .run(file.toString(), t -> {}, e -> {});
  }
}
