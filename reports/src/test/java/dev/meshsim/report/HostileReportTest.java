package dev.meshsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Hostile;
import dev.meshsim.report.listener.ConsoleReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The reports for people mislead nobody, although each text of the run comes from others. */
class HostileReportTest {

  private static String shown(String report) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
    RunListener listener = Reports.named(report).listener(ReportTarget.shown(out, out));
    String text = Hostile.TEXT;
    RunIdentity identity =
        new RunIdentity(
            7, text, Map.of(text, "00"), List.of(text), Map.of("tape", text), text, Map.of());
    StepResult step = Samples.step(1, text, text, Verdict.FAILED, text, false);
    ScenarioResult result =
        new ScenarioResult(
            Samples.info(text, text, text),
            Verdict.FAILED,
            List.of(step),
            List.of(new Accusation(1, Samples.TIME, text, text, text)),
            Duration.ofMillis(1),
            new RepeatCommand(7, List.of("bin/mesh-sim", text)));
    listener.on(new RunEvent.RunStarted(identity, List.of()));
    listener.on(new RunEvent.ScenarioStarted(result.info()));
    listener.on(new RunEvent.StepFinished(text, step));
    listener.on(new RunEvent.ScenarioFinished(result));
    listener.on(new RunEvent.ScenarioRejected(text, List.of("a" + text)));
    listener.on(
        new RunEvent.RunFinished(
            identity, RunTotals.NONE.plus(result).plusRejected(), Path.of("a" + Hostile.FILE)));
    return octets.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theConsoleHasItsOwnLinesOnly() {
    String text = shown(ConsoleReport.NAME);
    // The text of a problem is two lines, so that it keeps its line feed.
    Hostile.assertHarmless(text, 9);
    assertTrue(text.contains("\\u001b[31m\\u202e"), text);
  }

  @Test
  void junitXmlIsHarmlessAndStillXml() throws Exception {
    String text = shown("junit");
    Hostile.assertHarmless(text, -1);
    assertEquals(
        "testsuites",
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement()
            .getTagName());
  }

  @Test
  void aCommandWithAHostileWordCanStillBeTyped() {
    String line = new RepeatCommand(7, List.of("run", "a\u001b'\\b.yaml")).line();
    assertEquals("run $'a\\u001b\\'\\\\b.yaml'", line);
  }
}
