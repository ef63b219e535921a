package dev.meshsim.report.listener;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as a JUnit XML document, which Jenkins accepts as a whole, and Surefire's schema suite by
 * suite. Nothing in it is a time of day.
 */
final class JunitXml {

  /** The beginning of every test's class name, so that a server lists them as one package. */
  private static final String ROOT = "mesh-sim";

  private final RunIdentity identity;
  private final Optional<RunEvent.RunStopped> stopped;

  JunitXml(RunIdentity identity, Optional<RunEvent.RunStopped> stopped) {
    this.identity = identity;
    this.stopped = stopped;
  }

  /**
   * A test of the document: what is kept of a case.
   *
   * @param suite the name of its scenario
   * @param outcome the reason why it did not pass; empty if it passed
   * @param steps a line for each step
   */
  record Test(String suite, String name, Duration time, Optional<Outcome> outcome, String steps) {

    private long count(String element) {
      return outcome.filter(each -> each.element().equals(element)).isPresent() ? 1 : 0;
    }
  }

  /**
   * A reason why a test did not pass.
   *
   * @param element {@code failure}, {@code error} or {@code skipped}
   * @param type what kind of reason; empty for a skipped test
   */
  record Outcome(String element, String type, String message, String text) {}

  /**
   * The document.
   *
   * @param suites the tests of each scenario, by its name
   * @param rejections the files that are no scenarios
   */
  String of(Map<String, List<Test>> suites, List<RunEvent.ScenarioRejected> rejections) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      Map<String, List<Test>> tests = tests(suites, rejections);
      open(xml, 0, "testsuites");
      xml.writeAttribute("name", ROOT);
      totals(xml, tests.values().stream().flatMap(List::stream).toList(), false);
      for (Map.Entry<String, List<Test>> suite : tests.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      close(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private Map<String, List<Test>> tests(
      Map<String, List<Test>> suites, List<RunEvent.ScenarioRejected> rejections) {
    Map<String, List<Test>> tests = new TreeMap<>(suites);
    for (RunEvent.ScenarioRejected rejected : rejections) {
      tests.merge(rejected.file(), List.of(test(rejected)), JunitXml::both);
    }
    stopped.ifPresent(stop -> tests.merge(ROOT, List.of(test(stop)), JunitXml::both));
    return tests;
  }

  private static List<Test> both(List<Test> some, List<Test> more) {
    List<Test> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The test of a case. */
  static Test test(String suite, ScenarioResult result) {
    StringBuilder steps = new StringBuilder();
    for (StepResult step : result.steps()) {
      String line = step.verdict().word() + "  " + step.place() + ": " + step.title();
      steps.append(line).append('\n');
    }
    return new Test(suite, result.name(), result.elapsed(), outcome(result), steps.toString());
  }

  private static Optional<Outcome> outcome(ScenarioResult result) {
    String message = FailureText.line(result).orElse(result.verdict().word());
    String text = String.join("\n", FailureText.whole(result));
    return switch (result.verdict()) {
      case PASSED -> Optional.empty();
      case NOT_APPLICABLE -> Optional.of(new Outcome("skipped", "", result.reason(), ""));
      case FAILED -> Optional.of(new Outcome("failure", "failed", message, text));
      case UNDECIDED ->
          Optional.of(
              new Outcome("error", result.internal() ? "internal" : "undecided", message, text));
    };
  }

  private static Test test(RunEvent.ScenarioRejected rejected) {
    String problems = String.join("\n", rejected.problems());
    String first = problems.lines().findFirst().orElse("no scenario");
    Outcome outcome = new Outcome("error", "no scenario", first, problems);
    return new Test(ROOT, rejected.file(), Duration.ZERO, Optional.of(outcome), "");
  }

  private static Test test(RunEvent.RunStopped stop) {
    String message = "stopped by " + stop.reason() + ": " + stop.notRun() + " scenarios not run";
    Outcome outcome = new Outcome("error", "unfinished", message, message);
    return new Test(ROOT, "the run is finished", Duration.ZERO, Optional.of(outcome), "");
  }

  private void suite(XMLStreamWriter xml, String name, List<Test> tests) throws XMLStreamException {
    open(xml, 1, "testsuite");
    attribute(xml, "name", name);
    totals(xml, tests, true);
    open(xml, 2, "properties");
    property(xml, "seed", String.valueOf(identity.seed()));
    property(xml, "commit", identity.commit());
    property(xml, "options", String.join(" ", identity.options()));
    property(xml, "jdk", identity.jdk());
    if (stopped.isPresent()) {
      property(xml, "unfinished", stopped.get().reason());
    }
    close(xml, 2);
    for (Test test : tests) {
      test(xml, test);
    }
    close(xml, 1);
  }

  private static void totals(XMLStreamWriter xml, List<Test> tests, boolean skipped)
      throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(tests.size()));
    xml.writeAttribute("failures", String.valueOf(count(tests, "failure")));
    xml.writeAttribute("errors", String.valueOf(count(tests, "error")));
    if (skipped) {
      xml.writeAttribute("skipped", String.valueOf(count(tests, "skipped")));
    }
    xml.writeAttribute(
        "time", seconds(tests.stream().map(Test::time).reduce(Duration.ZERO, Duration::plus)));
  }

  private static long count(List<Test> tests, String element) {
    return tests.stream().mapToLong(test -> test.count(element)).sum();
  }

  private static void test(XMLStreamWriter xml, Test test) throws XMLStreamException {
    open(xml, 2, "testcase");
    String path = test.suite().equals(ROOT) ? ROOT : ROOT + "." + test.suite().replace('/', '.');
    attribute(xml, "classname", path);
    attribute(xml, "name", test.name());
    xml.writeAttribute("time", seconds(test.time()));
    if (test.outcome().isPresent()) {
      Outcome outcome = test.outcome().get();
      open(xml, 3, outcome.element());
      attribute(xml, "message", outcome.message());
      if (!outcome.type().isEmpty()) {
        attribute(xml, "type", outcome.type());
        xml.writeCharacters(XmlText.lines(outcome.text()));
      }
      xml.writeEndElement();
    }
    if (!test.steps().isEmpty()) {
      open(xml, 3, "system-out");
      xml.writeCharacters(XmlText.lines(test.steps()));
      xml.writeEndElement();
    }
    close(xml, 2);
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    indent(xml, 3);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    attribute(xml, "value", value);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.line(value));
  }

  private static void open(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    indent(xml, depth);
    xml.writeStartElement(name);
  }

  private static void close(XMLStreamWriter xml, int depth) throws XMLStreamException {
    indent(xml, depth);
    xml.writeEndElement();
  }

  private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
