package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is prepared where its case ran, so that the thread of the run has little to do. */
class PreparedReportTest {

  @TempDir private Path directory;

  /** Keeps what it is given, and in which thread. */
  private static final class Kept implements RunListener {

    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final Map<String, ScenarioResult> results = new ConcurrentHashMap<>();
    private final Map<String, Optional<ScenarioTrace>> prepared = new ConcurrentHashMap<>();
    private final Map<String, ScenarioTrace> traced = new HashMap<>();
    private final List<String> finished = new ArrayList<>();

    @Override
    public void prepare(ScenarioResult result, Optional<ScenarioTrace> trace) {
      threads.put(result.name(), Thread.currentThread());
      results.put(result.name(), result);
      prepared.put(result.name(), trace);
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.ScenarioTraced one) {
        traced.put(one.scenario(), one.trace());
      } else if (event instanceof RunEvent.ScenarioFinished one) {
        String name = one.result().name();
        assertEquals(one.result(), results.get(name));
        assertEquals(Optional.ofNullable(traced.get(name)), prepared.get(name));
        finished.add(name);
      }
    }
  }

  private Kept run(int jobs) throws IOException {
    Kept kept = new Kept();
    Path suite = Files.createDirectories(directory.resolve("suite"));
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(suite.resolve(name + ".yaml"), ScenarioText.HEAD + ScenarioText.ALICE);
    }
    new Runner(
            RunOptions.DEFAULT,
            directory.resolve("out" + jobs),
            List.of(kept),
            RunControls.of(jobs, new Stop(), Optional.empty()))
        .run(ScenarioFiles.read(List.of(suite)));
    return kept;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyCaseIsPreparedBeforeItsLastEvent(int jobs) throws IOException {
    Kept kept = run(jobs);
    assertEquals(List.of("a", "b", "c"), kept.finished);
    assertEquals(3, kept.traced.size());
  }

  @Test
  void thePreparationIsInTheThreadOfTheCase() throws IOException {
    Kept kept = run(2);
    assertEquals(3, kept.threads.size());
    assertTrue(
        kept.threads.values().stream().noneMatch(each -> each == Thread.currentThread()),
        kept.threads + "");
  }
}
