package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioTrace.Cast;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report shows of a case is in the events, so that it never opens a store. */
class ReportedEventsTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void makeText() {
    text = new ScenarioText(directory);
  }

  private List<RunEvent> events(String steps, String store) throws IOException {
    Path file = text.write("told", ScenarioText.HEAD + steps);
    List<RunEvent> events = new ArrayList<>();
    new Runner(
            new RunOptions(7, Optional.empty(), Optional.empty(), store),
            directory.resolve("out"),
            List.of(events::add))
        .run(ScenarioFiles.read(List.of(file)));
    return events;
  }

  private static <E extends RunEvent> E only(List<RunEvent> events, Class<E> type) {
    List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
    assertEquals(1, found.size(), type.getSimpleName());
    return found.get(0);
  }

  @Test
  void theTraceNamesMachinesPortalsKeysAndCommits() throws IOException {
    List<RunEvent> events = events(ScenarioText.CONNECTED + "- restart: phone\n", "file");
    RunEvent.ScenarioTraced traced = only(events, RunEvent.ScenarioTraced.class);
    Cast cast = traced.trace().cast();
    assertEquals(List.of("desktop", "phone"), cast.machines());
    assertEquals(List.of("example.com"), cast.portals());
    List<String> names = List.copyOf(cast.keyNames().values());
    for (String name :
        List.of(
            "phone's encryption key",
            "desktop's signature key",
            "alice@example.com's master signature key",
            "alice@example.com's online signature key on desktop")) {
      assertTrue(names.contains(name), name + " in " + names);
    }
    List<String> writers = cast.commits().stream().map(StoreCommit::machine).distinct().toList();
    assertEquals(List.of("desktop", "phone"), writers);
    TracedExchange first = traced.trace().exchanges().get(0);
    assertEquals(Optional.of("desktop"), first.machine());
    assertEquals("file", traced.trace().setting().store());
  }

  @Test
  void theTraceMarksTheMessagesThatMeetAFault() throws IOException {
    List<RunEvent> events =
        events(
            ScenarioText.ALICE
                + """
                - fault: request twice
                  on: desktop
                - refresh: desktop
                """,
            "memory");
    List<TracedExchange> exchanges =
        only(events, RunEvent.ScenarioTraced.class).trace().exchanges();
    List<String> faults =
        exchanges.stream().flatMap(exchange -> exchange.fault().stream()).toList();
    assertEquals(List.of("request twice", "request twice"), faults);
    assertEquals(Optional.empty(), exchanges.get(0).fault());
  }

  @Test
  void aFailedStepHasItsPartsForEveryReport() throws IOException {
    List<RunEvent> events =
        events(
            """
            - validate: alice@example.com
              on: phone
              expect: not valid
              because: the account is new
            """,
            "memory");
    RunEvent.StepFinished finished = only(events, RunEvent.StepFinished.class);
    StepResult step = finished.step();
    assertEquals(Optional.of("not valid"), step.expected());
    assertTrue(step.found().orElse("").contains("valid"), step.found().toString());
    assertEquals(Optional.of("the account is new"), step.info().because());
    assertEquals(Optional.of("phone"), step.info().machine());
    assertTrue(step.time().isPresent());
    ScenarioInfo info = only(events, RunEvent.ScenarioFinished.class).result().info();
    assertEquals(only(events, RunEvent.ScenarioStarted.class).scenario(), info);
    assertEquals("told", info.scenario());
    assertEquals(7, info.setting().seed());
  }
}
