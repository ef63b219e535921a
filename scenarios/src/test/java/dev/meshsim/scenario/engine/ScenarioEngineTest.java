package dev.meshsim.scenario.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.meshsim.machine.MachineStores;
import dev.meshsim.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ScenarioEngineTest {

  @TempDir private Path root;

  @BeforeEach
  void resolveLinks() throws IOException {
    root = root.toRealPath();
  }

  private Path write(String name, String text) throws IOException {
    return EngineRun.write(root.resolve(name + ".yaml"), text);
  }

  private String named(String name) {
    return root.resolve(name).toString().replace('\\', '/');
  }

  @Test
  void everyCaseIsATestAndEveryFileItsContainer() throws IOException {
    write("a-passes", EngineRun.PASSES);
    write("b-fails", EngineRun.FAILS);
    write("c-undecided", EngineRun.UNDECIDED);
    write("d-bad", EngineRun.NO_SCENARIO);
    EngineExecutionResults executed = EngineRun.kit(selectDirectory(root.toFile())).execute();
    assertEquals(
        List.of(
            named("d-bad") + " FAILED",
            named("a-passes") + " SUCCESSFUL",
            named("b-fails") + " FAILED",
            named("c-undecided") + " FAILED"),
        EngineRun.results(executed));
    executed.containerEvents().assertStatistics(stats -> stats.started(5).succeeded(5));
  }

  @Test
  void aFailureSaysAllThatIsNeededToRepeatIt() throws IOException {
    Path file = write("wrong", EngineRun.FAILS);
    AssertionFailedError failure =
        assertInstanceOf(AssertionFailedError.class, EngineRun.failure(selectFile(file.toFile())));
    List<String> lines = failure.getMessage().lines().toList();
    assertEquals(file + ":6:5: validate on desktop", lines.get(0));
    assertEquals("expected: not valid", lines.get(1));
    assertTrue(lines.get(2).startsWith("found: "), failure.getMessage());
    assertEquals("because: the name is free", lines.get(3));
    assertEquals(
        "seed 20190404, repeat with: bin/mesh-sim run " + file + " --seed 20190404", lines.get(4));
    assertEquals(
        "in a test run: -Dmesh-scenario.name="
            + named("wrong")
            + " -Dmesh-scenario.seed=20190404 -Dmesh-scenario.store=memory",
        lines.get(5));
    assertEquals("not valid", failure.getExpected().getStringRepresentation());
    assertEquals(1, failure.getStackTrace().length);
    assertTrue(failure.getStackTrace()[0].toString().endsWith("(wrong.yaml:6)"));
  }

  @Test
  void anUndecidedCaseFailsWithoutAnAssertionError() throws IOException {
    Path file = write("waits", EngineRun.UNDECIDED);
    EngineException failure =
        assertInstanceOf(EngineException.class, EngineRun.failure(selectFile(file.toFile())));
    assertEquals("engine.undecided", failure.code());
    assertTrue(failure.getMessage().startsWith(file + ":11:3: await on phone: "));
    assertTrue(failure.hint().startsWith("seed 20190404, repeat with: "), failure.hint());
  }

  @Test
  void aFileThatIsNoScenarioFailsWithEveryProblem() throws IOException {
    Path file = write("bad", EngineRun.NO_SCENARIO);
    ScenarioException failure =
        assertInstanceOf(ScenarioException.class, EngineRun.failure(selectFile(file.toFile())));
    assertTrue(failure.getMessage().startsWith(file + ":"), failure.getMessage());
    assertTrue(failure.getSuppressed().length > 0);
    assertTrue(failure.getMessage().contains("\nhint: "));
  }

  @Test
  void aCaseThatDoesNotApplyIsAborted() throws IOException {
    Path file = write("fixed", "suite: P-256\n" + EngineRun.PASSES);
    assertEquals(
        List.of(named("fixed") + " ABORTED"),
        EngineRun.run(Map.of(Parameters.SUITE, "Ed25519"), selectFile(file.toFile())));
    assertEquals(List.of(named("fixed") + " SUCCESSFUL"), EngineRun.run(selectFile(file.toFile())));
  }

  @Test
  void eachStoreIsATestOfItsOwn() throws IOException {
    Path file = write("one", EngineRun.PASSES);
    List<String> expected =
        MachineStores.names().stream()
            .map(store -> store.equals("memory") ? "" : "@" + store)
            .map(store -> named("one") + store + " SUCCESSFUL")
            .toList();
    assertEquals(
        expected, EngineRun.run(Map.of(Parameters.STORE, "all"), selectFile(file.toFile())));
    assertEquals(
        List.of(named("one") + " SUCCESSFUL"),
        EngineRun.run(Map.of(Parameters.STORE, "file"), selectFile(file.toFile())));
  }

  @Test
  void aTestBeginsBeforeItsStepsRun() throws IOException {
    Path file = write("wrong", EngineRun.FAILS);
    List<EventType> types =
        EngineRun.kit(selectFile(file.toFile())).execute().allEvents().stream()
            .map(Event::getType)
            .toList();
    assertEquals(
        List.of(
            EventType.STARTED,
            EventType.STARTED,
            EventType.STARTED,
            EventType.FINISHED,
            EventType.FINISHED,
            EventType.FINISHED),
        types);
  }

  @Test
  void resultsAreKeptWhereThatIsAskedFor() throws IOException {
    Path file = write("in/one", EngineRun.PASSES);
    Path out = root.resolve("out");
    EngineRun.run(Map.of(Parameters.OUT, out.toString()), selectFile(file.toFile()));
    try (var kept = Files.list(out)) {
      assertTrue(kept.anyMatch(each -> each.toString().endsWith("one")));
    }
  }

  @Test
  void aRunThatCannotBeginFailsTheEngine() throws IOException {
    Path file = write("in/one", EngineRun.PASSES);
    Path foreign = EngineRun.write(root.resolve("out/mine.txt"), "mine").getParent();
    EngineExecutionResults executed =
        EngineRun.kit(selectFile(file.toFile()))
            .configurationParameter(Parameters.OUT, foreign.toString())
            .execute();
    assertEquals(List.of(), EngineRun.results(executed));
    List<Event> failed = executed.containerEvents().failed().list();
    assertEquals(1, failed.size());
    assertTrue(
        failed
            .get(0)
            .getRequiredPayload(TestExecutionResult.class)
            .toString()
            .contains("mine.txt"));
    assertTrue(Files.exists(foreign.resolve("mine.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "mesh-scenario.seed, twelve, the value is a whole number",
    "mesh-scenario.store, flie, there is no machine store named flie",
    "mesh-scenario.dialect, mash, there is no dialect",
    "mesh-scenario.suite, P256, there is no suite"
  })
  void aWrongParameterIsAnIssueIfScenariosAreSelected(String name, String value, String problem)
      throws IOException {
    Path file = write("one", EngineRun.PASSES);
    List<String> issues =
        EngineRun.issues(
            EngineRun.kit(selectFile(file.toFile())).configurationParameter(name, value));
    assertEquals(1, issues.size());
    assertTrue(issues.get(0).startsWith(name + ": " + problem), issues.get(0));
    assertTrue(issues.get(0).contains(value), issues.get(0));
    assertEquals(List.of(), EngineRun.issues(EngineRun.kit().configurationParameter(name, value)));
  }
}
