package dev.meshsim.scenario.engine;

import dev.meshsim.scenario.run.ScenarioText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs the engine over scenario files that a test writes. */
final class EngineRun {

  static final String PASSES = ScenarioText.HEAD + ScenarioText.ALICE;

  static final String FAILS =
      ScenarioText.HEAD
          + """
            - createDevice: desktop
            - validate: a@example.com
              on: desktop
              expect: not valid
              because: the name is free
          """;

  static final String UNDECIDED =
      ScenarioText.HEAD
          + ScenarioText.ALICE
          + """
          - createDevice: phone
          - connect: alice@example.com
            on: phone
          - await: phone
          """;

  static final String NO_SCENARIO = "purpose: x\nstep: y\n";

  /** Work with another root on the class path. */
  interface Work<T> {
    T run() throws IOException;
  }

  private EngineRun() {}

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static EngineTestKit.Builder kit(DiscoverySelector... selectors) {
    return EngineTestKit.engine(ScenarioEngine.ID)
        .enableImplicitConfigurationParameters(false)
        .selectors(selectors);
  }

  /** The names of the tests that ended, each with its result, in order. */
  static List<String> results(EngineExecutionResults executed) {
    return executed.testEvents().stream()
        .filter(event -> event.getType() == EventType.FINISHED)
        .map(event -> event.getTestDescriptor().getDisplayName() + " " + status(event))
        .toList();
  }

  private static String status(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getStatus().name();
  }

  static List<String> run(DiscoverySelector... selectors) {
    return results(kit(selectors).execute());
  }

  static List<String> run(Map<String, String> parameters, DiscoverySelector... selectors) {
    return results(kit(selectors).configurationParameters(parameters).execute());
  }

  /** The unique ids of the tests, without the engine. */
  static List<String> ids(DiscoverySelector... selectors) {
    return kit(selectors).execute().testEvents().started().stream()
        .map(event -> event.getTestDescriptor().getUniqueId().toString())
        .map(id -> id.replace("[engine:mesh-scenario]/", ""))
        .toList();
  }

  /** The messages of the issues that discovery reported. */
  static List<String> issues(EngineTestKit.Builder kit) {
    EngineDiscoveryResults found = kit.discover();
    return found.getDiscoveryIssues().stream().map(issue -> issue.message()).toList();
  }

  /** The failure of the only test that failed. */
  static Throwable failure(DiscoverySelector... selectors) {
    List<Event> failed = kit(selectors).execute().testEvents().failed().list();
    if (failed.size() != 1) {
      throw new AssertionError(failed.toString());
    }
    return failed.get(0).getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  /** Runs with a directory or an archive on the class path. */
  static <T> T with(Path root, Work<T> work) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
