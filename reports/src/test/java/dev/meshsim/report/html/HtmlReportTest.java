package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.Accusation;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages say without scripts what failed, where, why, and how to repeat it. */
class HtmlReportTest {

  @Test
  void theIndexHasTheMatrixOfCasesByStore() {
    String index = Cases.run().index();
    int table = index.indexOf("<table class=\"matrix\">");
    assertTrue(index.indexOf(">memory</th><th scope=\"col\">h2</th>", table) > 0, index);
    assertEquals(4, count(index.substring(table), "<tr class=\"item\""));
    int failing = index.indexOf("<span class=\"name\">escrow/quorum</span>", table);
    int undecided = index.indexOf("<span class=\"name\">late</span>", table);
    int passing = index.indexOf("<span class=\"name\">accounts/made</span>", table);
    assertTrue(table < failing && failing < undecided && undecided < passing, "failures first");
    assertTrue(index.contains("<td class=\"empty\"></td>"), "late was not run over h2");
  }

  @Test
  void aFailureHasPlaceStepExpectedFoundBecauseSeedAndCommand() {
    String index = Cases.run().index();
    String card = index.substring(index.indexOf("<article"), index.indexOf("</article>"));
    for (String text :
        List.of(
            "escrow/quorum",
            "scenarios/made.yaml:6:5",
            "connect on phone",
            "accepted, ok",
            "rejected",
            "a reason 2",
            "<dd>7</dd>",
            "<code>bin/mesh-sim run scenarios/escrow/quorum.yaml --seed 7</code>",
            "href=\"case-escrow+quorum@h2.html\"")) {
      assertTrue(card.contains(text), text + " is not in " + card);
    }
    assertTrue(
        index.indexOf("<article") < index.indexOf("<table"), "failures are above the matrix");
    assertEquals(
        2, count(index, "<article"), "both stores are on one card, and one undecided case");
  }

  @Test
  void failuresOfOneScenarioThatDifferAreTwoCards() {
    Pages pages = new Pages();
    pages.end(Cases.failed(Cases.info("a", "memory"), "rejected"), Optional.empty());
    pages.end(Cases.failed(Cases.info("a", "h2"), "error store.full"), Optional.empty());
    assertEquals(2, count(pages.finish().index(), "<article"));
  }

  @Test
  void whoNoticedWhatAndWhenIsShownWithTheEvidence() {
    Accusation found =
        new Accusation(1, Cases.at(61), "witness w1", "two <histories>", "a%2Bb/evidence/1.json");
    Pages pages = new Pages().end(Cases.passed(Cases.info("quiet", "memory")), Optional.empty());
    pages.end(Cases.accusing(Cases.info("forked", "memory"), found), Optional.empty());
    String index = pages.finish().index();
    String list = index.substring(index.indexOf("Breaches of a log noticed in 1 case<"));
    String evidence = "<a href=\"../a%252Bb/evidence/1.json\">evidence</a>";
    assertTrue(list.contains(", step 1, witness w1: two &lt;histories&gt; (" + evidence), list);
    String page = pages.page("case-forked.html");
    String row = page.substring(page.indexOf("<table class=\"noticed\">"));
    assertTrue(row.contains("<a href=\"#s1\">step 1</a>"), row);
    assertTrue(row.contains(found.time() + "</time>"), row);
    assertTrue(row.contains("<td>witness w1</td><td>two &lt;histories&gt;</td>"), row);
    assertTrue(row.contains(evidence), row);
    assertFalse(pages.page("case-quiet.html").contains("Noticed"));
  }

  @Test
  void twoHundredCasesOverFourStoresAreUnderOneMegabyte() {
    Pages pages = new Pages();
    for (int i = 0; i < 200; i++) {
      for (String store : List.of("memory", "file", "registry", "h2")) {
        String scenario = "a-folder/a-long-name-of-a-scenario-" + i;
        pages.end(
            i % 2 == 0
                ? Cases.failed(
                    Cases.info(scenario, store, "slow", "escrow"), store + "x".repeat(900))
                : Cases.passed(Cases.info(scenario, store, "slow", "escrow")),
            Optional.empty());
      }
    }
    int octets = pages.finish().index().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(octets < 1_000_000, octets + " octets");
    assertEquals(801, pages.files().size());
  }

  @Test
  void aPageThatWasPreparedIsWrittenAsItIsAndInItsTurn() {
    ScenarioResult ahead = Cases.passed(Cases.info("ahead", "memory"));
    Pages pages = new Pages().prepare(ahead, Optional.empty());
    assertEquals(Map.of(), pages.files());
    // Nobody sends another result than the prepared one; that shows which page is written.
    pages.end(Cases.failed(Cases.info("ahead", "memory"), "rejected"), Optional.empty());
    Pages plain = new Pages().end(ahead, Optional.empty());
    assertEquals(plain.files(), pages.files());
  }

  @Test
  void aRunThatWasStoppedIsMarkedUnfinished() {
    Pages pages = new Pages();
    pages.end(Cases.passed(Cases.info("a", "memory")), Optional.empty());
    assertFalse(pages.files().containsKey("report/index.html"));
    pages.on(new RunEvent.RunStopped("stopped by <Ctrl-C>", 12)).finish();
    assertTrue(
        pages
            .index()
            .contains("Unfinished: </strong>stopped by &lt;Ctrl-C&gt;; 12 cases not run."));
  }

  @Test
  void aFileThatIsNoScenarioIsListedWithItsProblems() {
    Pages pages = new Pages();
    pages.on(
        new RunEvent.ScenarioRejected(
            "none.yaml", List.of("none.yaml:1:1: the file is empty\nhint: fill it")));
    String index = pages.finish().index();
    assertTrue(index.contains("the file is empty\nhint: fill it"), index);
    assertTrue(index.contains("<strong>1</strong> rejected"));
    assertTrue(index.contains("No case was run."));
  }

  @Test
  void aCaseThatIsLeftOutSaysWhy() {
    StepResult step =
        new StepResult(
            Cases.step(1, "t", Verdict.NOT_APPLICABLE, null).info(),
            Verdict.NOT_APPLICABLE,
            Optional.empty(),
            Optional.of("it needs another dialect"),
            Optional.empty(),
            false);
    Pages pages = new Pages();
    pages.end(
        Cases.result(Cases.info("a", "memory"), Verdict.NOT_APPLICABLE, step, step),
        Optional.empty());
    assertTrue(pages.finish().index().contains("</a>: it needs another dialect</li>"));
    assertTrue(pages.page("case-a.html").contains("it needs another dialect"));
  }

  @Test
  void aCaseThatBrokeOffHasAPageWithoutMessages() {
    Pages pages = new Pages();
    pages.end(Cases.failed(Cases.info("a", "memory"), "x"), Optional.empty());
    assertTrue(pages.page("case-a.html").contains("The case broke off"));
  }

  @Test
  void theMessagesOfOneCaseAreNotOnThePageOfAnother() {
    Pages pages = new Pages();
    pages.end(
        Cases.passed(Cases.info("a", "memory")),
        Optional.of(Cases.trace(List.of(), Cases.exchange(1, "{}", Cases.OK))));
    pages.end(Cases.passed(Cases.info("b", "memory")), Optional.empty());
    assertTrue(pages.page("case-a.html").contains("id=\"m1\""));
    assertFalse(pages.page("case-b.html").contains("id=\"m1\""));
  }

  /** The scenario asks for shares and private parts to be printed; a page would be passed on. */
  @Test
  void displayedSecretsAreOnNoPage() {
    Cases.run().files().forEach((name, text) -> assertFalse(text.contains("SHOWN-NOWHERE"), name));
  }

  /** Nothing on a page is loaded, and only the copied style and script are admitted. */
  @Test
  void aPageAsksForNothing() {
    Cases.run()
        .files()
        .forEach(
            (name, text) -> {
              assertTrue(text.contains("default-src &#39;none&#39;"), name);
              assertFalse(text.contains("src="), name);
              assertFalse(text.contains("<link"), name);
              assertFalse(text.contains("url("), name);
              assertFalse(text.contains("http:") || text.contains("https:"), name);
              assertFalse(text.contains(" style="), name);
            });
  }

  static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
