package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.report.ReportFile.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The results of a run as JUnit XML, as CI servers read it: a suite for each scenario, a case for
 * each step. The names depend only on the scenario files, so a case keeps its history from run to
 * run.
 */
public final class JunitReport implements Report {

  private static final String FILE = "junit.xml";

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "the verdict of every step, for CI servers"));
  }

  /** Writes the file when the run has ended. */
  @Override
  public RunListener listener(ReportTarget target) {
    return new Collector(target);
  }

  /** Collects the results of one run. */
  private static final class Collector implements RunListener {

    private final ReportTarget target;
    private final List<ScenarioResult> results = new ArrayList<>();
    private final List<RunEvent.ScenarioRejected> rejections = new ArrayList<>();

    private Collector(ReportTarget target) {
      this.target = target;
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.ScenarioFinished finished) {
        results.add(finished.result());
      } else if (event instanceof RunEvent.ScenarioRejected rejected) {
        rejections.add(rejected);
      } else if (event instanceof RunEvent.RunFinished) {
        target.writeRunFile(FILE, Bytes.utf8(text()));
      }
    }

    private String text() {
      StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.append("<testsuites name=\"mesh-sim\">\n");
      results.forEach(result -> suite(xml, result));
      rejections.forEach(rejected -> rejected(xml, rejected));
      return xml.append("</testsuites>\n").toString();
    }
  }

  private static void suite(StringBuilder xml, ScenarioResult result) {
    long failures = result.steps().stream().filter(s -> s.verdict() == Verdict.FAILED).count();
    long errors = result.steps().stream().filter(StepResult::internal).count();
    long skipped =
        result.steps().stream()
            .filter(step -> step.verdict().isSkipped() && !step.internal())
            .count();
    xml.append(
        String.format(
            Locale.ROOT,
            "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
                + " time=\"%.3f\">\n",
            escape(result.name()),
            result.steps().size(),
            failures,
            errors,
            skipped,
            result.elapsed().toMillis() / 1000.0));
    for (StepResult step : result.steps()) {
      testCase(xml, result, step);
    }
    xml.append("  </testsuite>\n");
  }

  private static void testCase(StringBuilder xml, ScenarioResult result, StepResult step) {
    xml.append(
        String.format(
            Locale.ROOT,
            "    <testcase classname=\"mesh-sim.%s\" name=\"%02d %s\"",
            escape(result.name()),
            step.number(),
            escape(step.title())));
    if (step.verdict() == Verdict.PASSED) {
      xml.append("/>\n");
      return;
    }
    String element =
        step.internal() ? "error" : step.verdict() == Verdict.FAILED ? "failure" : "skipped";
    String message = step.place() + ": " + step.explanation().orElse(step.verdict().word());
    xml.append(">\n      <").append(element).append(" message=\"").append(escape(message));
    if (step.explanation().isPresent() && step.verdict() != Verdict.NOT_APPLICABLE) {
      xml.append("\">").append(escape(result.repeat().text()));
      xml.append("</").append(element).append(">\n    </testcase>\n");
    } else {
      xml.append("\"/>\n    </testcase>\n");
    }
  }

  private static void rejected(StringBuilder xml, RunEvent.ScenarioRejected rejected) {
    xml.append(
        "  <testsuite name=\""
            + escape(rejected.file())
            + "\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n");
    xml.append("    <testcase classname=\"mesh-sim\" name=\"is a scenario\">\n");
    xml.append("      <error message=\"");
    xml.append(escape(String.join("\n", rejected.problems())));
    xml.append("\"/>\n    </testcase>\n  </testsuite>\n");
  }

  /**
   * XML 1.0 cannot express most control characters, and others would mislead on a terminal: each is
   * escaped as {@link Quote} does.
   */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
                default -> escaped.append(Quote.of(Character.toString(c)));
              }
            });
    return escaped.toString();
  }
}
