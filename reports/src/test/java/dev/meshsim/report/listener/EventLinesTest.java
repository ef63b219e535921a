package dev.meshsim.report.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.Samples;
import dev.meshsim.report.listener.ConsoleReport.Detail;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The reports whose lines follow the run. */
class EventLinesTest {

  private static List<JsonNode> objects(String text) {
    return text.lines().map(line -> MeshJson.readTree(Bytes.utf8(line))).toList();
  }

  @Test
  void ndjsonHasALineForEachEvent() {
    List<JsonNode> events = objects(Told.shown("ndjson", true));
    assertEquals("run started", events.get(0).path("event").stringValue());
    assertEquals(8, events.get(0).path("cases").size());
    assertEquals("file rejected", events.get(1).path("event").stringValue());
    JsonNode failed =
        events.stream()
            .filter(event -> event.path("verdict").asString("").equals("failed"))
            .findFirst()
            .orElseThrow();
    assertEquals("step finished", failed.path("event").stringValue());
    assertEquals("a/bad.yaml:6:5", failed.path("place").stringValue());
    assertEquals("<ok> & more", failed.path("expected").stringValue());
    assertEquals("a <name> is taken", failed.path("because").stringValue());
    JsonNode last = events.get(events.size() - 1);
    assertEquals(3, last.path("exitCode").intValue());
    assertEquals("run stopped", events.get(events.size() - 2).path("event").stringValue());
  }

  @Test
  void ndjsonIsWrittenWhileTheRunGoesOn() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
    RunListener listener = Reports.named("ndjson").listener(ReportTarget.shown(out, out));
    listener.on(new RunEvent.StepFinished("a", Told.step(1, dev.meshsim.report.Verdict.PASSED)));
    assertEquals(1, octets.toString(StandardCharsets.UTF_8).lines().count());
    listener.on(
        new RunEvent.ScenarioTraced(
            "a", Samples.trace(Samples.exchange(1, "connect", "Hello", "Hello", "{}", "{}"))));
    JsonNode message = objects(octets.toString(StandardCharsets.UTF_8)).get(1);
    assertEquals("message", message.path("event").stringValue());
    assertEquals("phone", message.path("machine").stringValue());
  }

  @Test
  void githubShowsEachProblemAtItsLine() {
    List<String> lines = Told.shown("github", false).lines().toList();
    assertEquals(
        "::error file=none.yaml,line=3,col=7,title=no scenario::none.yaml:3:7: no step is called"
            + " foo: bar%0Ahint: fill, 100%25 of it",
        lines.get(0));
    assertEquals(
        "::error file=a/bad.yaml,line=6,col=5,title=a/bad failed::a/bad.yaml:6:5: validate on"
            + " phone%0A  expected  <ok> & more%0A  found     not valid%0A  because   a <name> is"
            + " taken%0Aseed 7, repeat with: bin/mesh-sim run a/bad.yaml --store memory",
        lines.get(1));
    assertEquals(4, lines.size(), lines + "");
    assertTrue(lines.stream().allMatch(line -> line.startsWith("::error ")), lines + "");
  }

  @Test
  void markdownHasWhatDidNotPassFirstThenATableByStore() {
    String page = Told.shown("markdown", true);
    assertTrue(page.startsWith("# mesh-sim: 4 passed, 1 failed, 2 undecided, 1 not applic"), page);
    assertTrue(page.contains("**Unfinished:** stopped by a signal, 5 cases were not run."), page);
    assertTrue(page.contains("\n### failed: a/bad\n\nShows \\| it.\n\n    a/bad.yaml:6:5: "), page);
    assertTrue(page.contains("\n      because   a <name> is taken\n"), page);
    assertTrue(
        page.contains("| case | memory | h2 |\n|---|---|---|\n| a/good\\[long\\] | passed |"),
        page);
    assertTrue(page.contains("| a/bad | **failed** | passed |"), page);
    assertTrue(page.indexOf("### failed") < page.indexOf("## Cases"));
  }

  @Test
  void theConsoleShowsMoreOrLess() {
    String quiet = Told.shown(t -> ConsoleReport.listener(t, Detail.QUIET, Terminal.NONE), false);
    assertFalse(quiet.contains("a/good"), quiet);
    assertTrue(
        quiet.contains(
            """
            failed     a/bad                             3 steps, 1234 ms
              a/bad.yaml:6:5: validate on phone
                expected  <ok> & more
                found     not valid
                because   a <name> is taken
              seed 7, repeat with: bin/mesh-sim run a/bad.yaml --store memory
            """),
        quiet);
    String verbose =
        Told.shown(t -> ConsoleReport.listener(t, Detail.VERBOSE, Terminal.NONE), false);
    assertTrue(verbose.contains("  a/bad.yaml:5:5: validate on phone: passed\n"), verbose);
    assertTrue(verbose.contains("  a/bad.yaml:7:5: validate on phone: undecided\n"), verbose);
  }

  @Test
  void aTerminalGetsColoursAndProgress() {
    List<String> seen = new ArrayList<>();
    Terminal terminal =
        new Terminal() {
          @Override
          public void style(Style style) {
            seen.add(style.name());
          }

          @Override
          public void progress(String line) {
            seen.add(line);
          }
        };
    Told.shown(t -> ConsoleReport.listener(t, Detail.NORMAL, terminal), false);
    assertTrue(seen.contains("running 1 of 8: a/good[long]"), seen + "");
    assertTrue(seen.contains("running 8 of 8: other"), seen + "");
    int at = seen.indexOf("running 4 of 8: a/bad");
    assertEquals(List.of("", "BAD", "PLAIN"), seen.subList(at + 1, at + 4));
    assertEquals("PLAIN", seen.get(seen.size() - 2), seen + "");
  }
}
