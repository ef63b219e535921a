package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of a case shows its steps, and what was sent, stored, refused and waited for. */
class CasePageTest {

  private static String page(ScenarioTrace trace) {
    return new Pages()
        .end(Cases.failed(Cases.info("made", "memory"), "rejected"), Optional.of(trace))
        .page("case-made.html");
  }

  private static String diagram(ScenarioTrace trace) {
    String page = page(trace);
    int begin = page.indexOf("<svg class=\"sequence\"");
    return page.substring(begin, page.indexOf("</svg>", begin));
  }

  private static final ScenarioTrace TRACE =
      Cases.trace(
          List.of(
              new StoreCommit(1, 0, "desktop", 3),
              new StoreCommit(1, 0, "desktop", 4),
              new StoreCommit(1, 1, "phone", 1)),
          Cases.exchange(1, "{\"ConnectStart\":{}}", Cases.OK),
          Cases.refused(2));

  @Test
  void theLanesAreTheStoresThenMachinesAndPortalsInOrder() {
    Matcher names = Pattern.compile("class=\"name\"[^>]*>([^<]*)<").matcher(diagram(TRACE));
    assertEquals(
        List.of("stores", "desktop", "phone", "example.com"),
        names.results().map(found -> found.group(1)).limit(4).toList());
  }

  @Test
  void aMessageIsTransactionAndStatusAndLeadsToItsSection() {
    String diagram = diagram(TRACE);
    assertTrue(diagram.contains(">ConnectStart</tspan> <tspan class=\"status\">201</tspan>"));
    assertTrue(diagram.contains("<a href=\"#m1\" aria-label="));
    assertTrue(page(TRACE).contains("<section id=\"m1\""));
  }

  @Test
  void aRefusalIsStruckAndAFaultIsMarked() {
    String diagram = diagram(TRACE);
    int second = diagram.indexOf("class=\"message refused faulty\" data-m=\"2\"");
    assertTrue(second > 0, diagram);
    assertTrue(diagram.indexOf("class=\"cross\"", second) > 0);
    assertTrue(diagram.indexOf(">fault: answered late<", second) > 0);
    assertTrue(page(TRACE).contains("<s>ConnectStart</s> <span class=\"status\">404</span>"));
  }

  @Test
  void aJumpOfTimeIsAWait() {
    assertTrue(diagram(TRACE).contains(">8 days pass</text>"), diagram(TRACE));
  }

  @Test
  void commitsAreDrawnToTheStoresAndAddedUpBetweenMessages() {
    String diagram = diagram(TRACE);
    assertTrue(diagram.contains(">7 records in 2 commits</text>"));
    assertTrue(diagram.contains(">1 record</text>"));
    assertTrue(
        diagram.indexOf("7 records") < diagram.indexOf("data-m=\"1\"")
            && diagram.indexOf("data-m=\"1\"") < diagram.indexOf(">1 record<"));
  }

  @Test
  void stepsHaveVerdictTimeMessagesAndPlace() {
    String page = page(TRACE);
    String step = page.substring(page.indexOf("<tr id=\"s2\""), page.indexOf("<tr id=\"s3\""));
    for (String text :
        List.of(
            "failed",
            "connect on phone",
            " because a reason 2",
            "+1 s",
            "2019-04-04T13:05:11Z",
            "href=\"#m2\"",
            "scenarios/made.yaml:6:5")) {
      assertTrue(step.contains(text), text + " is not in " + step);
    }
    assertTrue(page.substring(page.indexOf("<tr id=\"s3\"")).contains("not run"));
  }

  @Test
  void aPartyThatTheScenarioDoesNotNameHasALane() {
    ScenarioTrace trace = Cases.trace(List.of(), Cases.exchange(1, "not JSON <b>", "\u0000\u00ff"));
    ScenarioTrace other =
        new ScenarioTrace(
            "made",
            "Purpose.",
            trace.setting(),
            new ScenarioTrace.Cast(List.of(), List.of("elsewhere"), java.util.Map.of(), List.of()),
            trace.exchanges(),
            List.of());
    String diagram = diagram(other);
    assertTrue(diagram.contains(">phone</text>") && diagram.contains(">example.com</text>"));
    assertTrue(diagram.contains(">no status</tspan>"));
    assertTrue(page(other).contains("This is not JSON."));
    assertTrue(page(other).contains("not JSON &lt;b&gt;"));
  }

  @Test
  void aCaseThatPassedNamesNoProblem() {
    Pages pages = new Pages();
    pages.end(Cases.passed(Cases.info("a", "memory")), Optional.of(TRACE));
    assertFalse(pages.page("case-a.html").contains("class=\"problem"));
    assertEquals(Verdict.PASSED, Cases.passed(Cases.info("a", "memory")).verdict());
  }
}
