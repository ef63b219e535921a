package dev.meshsim.scenario.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** The empty class by which Surefire, which passes on only classes, comes to scenarios. */
class ScenarioSuiteTest {

  @TempDir private Path root;

  @Suite
  @IncludeEngines(ScenarioEngine.ID)
  @SelectClasspathResource("suite-test")
  static class Scenarios {}

  private EngineExecutionResults run(DiscoverySelector selector) throws IOException {
    return EngineRun.with(
        root, () -> EngineTestKit.engine("junit-platform-suite").selectors(selector).execute());
  }

  @Test
  void aSuiteRunsTheScenariosAndRepeatsThoseThatFailed() throws IOException {
    EngineRun.write(root.resolve("suite-test/good.yaml"), EngineRun.PASSES);
    EngineRun.write(root.resolve("suite-test/wrong.yaml"), EngineRun.FAILS);
    EngineExecutionResults executed = run(selectClass(Scenarios.class));
    assertEquals(
        List.of("suite-test/good SUCCESSFUL", "suite-test/wrong FAILED"),
        EngineRun.results(executed));
    String failed =
        executed.testEvents().failed().stream()
            .map(event -> event.getTestDescriptor().getUniqueId().toString())
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of("suite-test/wrong FAILED"), EngineRun.results(run(selectUniqueId(failed))));
  }

  @Test
  void aSuiteOfAResourceThatIsNotThereFails() throws IOException {
    EngineExecutionResults executed = run(selectClass(Scenarios.class));
    assertEquals(List.of(), EngineRun.results(executed));
    String failed =
        executed.containerEvents().stream()
            .filter(event -> event.getType() == EventType.FINISHED)
            .map(event -> event.getPayload().map(Object::toString).orElse(""))
            .filter(text -> text.contains("FAILED"))
            .reduce("", String::concat);
    assertTrue(failed.contains("suite-test"), failed);
  }
}
