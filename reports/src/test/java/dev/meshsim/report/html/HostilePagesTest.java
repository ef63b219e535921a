package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Hostile;
import dev.meshsim.report.Accusation;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text of the run can end its place on a page, or mislead the reader. */
class HostilePagesTest {

  /** Ends scripts, comments, CDATA sections, attributes and elements. */
  private static final String BREAKOUT =
      "</script></style></svg><script>alert(1)</script>]]>--><img src=x onerror=alert(1)>\"'`&lt;";

  private static final String TEXT = BREAKOUT + Hostile.TEXT;

  private static Pages pages() {
    ScenarioInfo info =
        new ScenarioInfo(
            TEXT,
            TEXT + "[" + TEXT + "]",
            Optional.of(TEXT),
            TEXT,
            OptionalInt.empty(),
            TEXT,
            List.of(TEXT),
            new ScenarioInfo.Setting(TEXT, TEXT, TEXT, 7));
    StepResult step =
        new StepResult(
            new StepInfo(1, TEXT, TEXT, Optional.of(TEXT), Optional.of(TEXT)),
            Verdict.FAILED,
            Optional.of(Cases.at(0)),
            Optional.of(TEXT),
            Optional.of(new StepResult.Difference(TEXT, TEXT)),
            false);
    ScenarioResult result =
        new ScenarioResult(
            info,
            Verdict.FAILED,
            List.of(step),
            List.of(new Accusation(1, Cases.at(1), TEXT, TEXT, TEXT)),
            Duration.ZERO,
            new RepeatCommand(7, List.of("run", TEXT)));
    TracedExchange message =
        Cases.exchange(1, TEXT, "{\"R\":{\"Status\":201,\"a\":\"</script>\"}}");
    TracedExchange exchange =
        new TracedExchange(
            1,
            new TracedExchange.Origin(1, TEXT, TEXT, Optional.of(TEXT), Optional.of(TEXT)),
            Cases.at(0),
            TEXT,
            new TracedExchange.Messages(
                TEXT, TEXT, TEXT, message.request(), message.response(), Optional.empty()),
            Optional.of(TEXT));
    ScenarioTrace trace =
        new ScenarioTrace(
            TEXT,
            TEXT,
            info.setting(),
            new ScenarioTrace.Cast(
                List.of(TEXT),
                List.of(TEXT),
                Map.of(TEXT, TEXT),
                List.of(new StoreCommit(1, 0, TEXT, 1))),
            List.of(exchange),
            List.of());
    return new Pages()
        .end(result, Optional.of(trace))
        .on(new RunEvent.ScenarioRejected(TEXT, List.of(TEXT)))
        .on(new RunEvent.RunStopped(TEXT, 1))
        .finish();
  }

  @Test
  void aTextDoesNotEndItsPlace() {
    pages()
        .files()
        .forEach(
            (name, text) -> {
              assertEquals(1, HtmlReportTest.count(text, "</script>"), name);
              assertEquals(1, HtmlReportTest.count(text, "</style>"), name);
              assertFalse(text.contains("<img"), name);
              assertFalse(text.contains("onerror=alert(1)>"), name);
              assertFalse(text.contains("]]>"), name);
              assertTrue(text.contains("&lt;/script&gt;&lt;/style&gt;"), name);
            });
  }

  @Test
  void controlAndFormatCharactersAreVisible() {
    pages()
        .files()
        .forEach(
            (name, text) -> {
              Hostile.assertHarmless(text, -1);
              assertTrue(text.contains("\\u001b[31m\\u202e"), name);
            });
  }

  @Test
  void everyElementIsEnded() {
    pages().files().forEach((name, text) -> assertBalanced(text));
  }

  /** Each start tag outside of style and script has its end tag. */
  private static void assertBalanced(String text) {
    String markup =
        text.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>|<!doctype html>", "");
    for (String element : List.of("div", "section", "details", "svg", "g", "a", "text", "tspan")) {
      int begun = (int) Pattern.compile("<" + element + "[ >]").matcher(markup).results().count();
      assertEquals(begun, HtmlReportTest.count(markup, "</" + element + ">"), element);
    }
  }

  /** A message may be as large and as deep as the portal reads; the page stays readable. */
  @Test
  void aHugeTextIsCut() {
    String huge = "x".repeat(1_000_000);
    Pages pages = new Pages();
    pages.end(
        Cases.passed(Cases.info("a", "memory")),
        Optional.of(
            Cases.trace(
                List.of(),
                Cases.exchange(1, "{\"A\":{\"b\":\"" + huge + "\"}}", Cases.OK),
                Cases.exchange(2, huge, Cases.OK))));
    int length = pages.page("case-a.html").length();
    assertTrue(length < 100_000, length + " characters");
  }

  @Test
  void signedObjectsInSignedObjectsAreUnpackedToALimit() {
    String json = "{\"end\":\"reached\"}";
    for (int i = 0; i < 30; i++) {
      json =
          "{\"payload\":\""
              + Bytes.utf8(json).base64Url()
              + "\",\"signatures\":[{}],\"n\":"
              + i
              + "}";
    }
    Pages pages = new Pages();
    pages.end(
        Cases.passed(Cases.info("a", "memory")),
        Optional.of(Cases.trace(List.of(), Cases.exchange(1, json, Cases.OK))));
    assertFalse(pages.page("case-a.html").contains("reached"));
    assertTrue(pages.page("case-a.html").contains("not checked: it cannot be read"));
  }
}
