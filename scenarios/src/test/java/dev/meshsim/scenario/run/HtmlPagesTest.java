package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Trees;
import dev.meshsim.transparency.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run writes pages to open: of what happened, in bytes that depend on nothing else. */
class HtmlPagesTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void begin() {
    text = new ScenarioText(directory);
  }

  private Path report() {
    return text.out().resolve("report");
  }

  private String page(String name) throws IOException {
    return Files.readString(report().resolve(name));
  }

  @Test
  void whatFailedWhatPassedAndWhatIsNoScenario() throws IOException {
    Path good = text.write("connected", ScenarioText.HEAD + ScenarioText.CONNECTED);
    Path bad =
        text.write(
            "fails",
            ScenarioText.HEAD
                + ScenarioText.ALICE
                + "- connectPending: desktop\n  expect: 1 pending\n  because: one asked\n");
    Path none = text.write("none", "purpose: It has no steps.\n");
    RunTotals totals = text.run(good, bad, none);
    assertEquals(1, totals.failed());
    String index = page("index.html");
    for (String part :
        List.of(
            "1 of 2 cases failed",
            bad + ":8:3",
            "1 pending",
            "0 pending",
            "one asked",
            "<strong>1</strong> rejected",
            "href=\"case-fails.html\"",
            "href=\"case-connected.html\"")) {
      assertTrue(index.contains(part), part + " is not in the index");
    }
  }

  @Test
  void aBrokenLogIsInTheResultsWithWhoNoticedItAndTheEvidence() throws IOException {
    text.run(Golden.root().resolve("scenarios/hostile/branch-to-witnesses.yaml"));
    JsonNode found =
        MeshJson.readTree(Bytes.of(Files.readAllBytes(text.out().resolve("results.json"))))
            .path("scenarios")
            .path(0)
            .path("accusations");
    assertEquals(
        List.of("witness w1", "witness w3", "witness w2", "laptop"),
        found.valueStream().map(one -> one.path("by").asString()).toList());
    String page = page("case-branch-to-witnesses.html");
    for (JsonNode one : found) {
      String file = one.path("evidence").asString();
      Evidence evidence = Evidence.read(Bytes.of(Files.readAllBytes(text.out().resolve(file))));
      assertEquals(one.path("shown").asString(), evidence.judge());
      assertTrue(page.contains("href=\"../" + file + "\""), file);
    }
  }

  @Test
  void theMessagesOfARunAreVerifiedAndTheirReadersNamed() throws IOException {
    text.run(text.write("connected", ScenarioText.HEAD + ScenarioText.CONNECTED));
    String page = page("case-connected.html");
    assertTrue(page.contains("<strong>ConnectionRequest</strong> signed by phone&#39;s signature"));
    assertTrue(page.contains(">ConnectStart</tspan> <tspan class=\"status\">201</tspan>"));
    assertTrue(page.contains(">stores</text>"));
    Set<String> checks =
        page.lines()
            .filter(line -> line.startsWith("<li>") && line.contains(" signed by "))
            .map(line -> line.replaceAll(".*<strong class=\"", "").replaceAll("\".*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("good"), checks);
  }

  /** Private parts are printed for a transcript; pages are handed on. */
  @Test
  void theSecretsOfTheExampleAreOnNoPage() throws IOException {
    text.run(Golden.root().resolve("scenarios").resolve("example-generator.yaml"));
    Set<String> passwords = new TreeSet<>();
    for (RunEvent event : text.events) {
      if (event instanceof RunEvent.ScenarioTraced traced) {
        traced
            .trace()
            .displays()
            .forEach(
                display ->
                    MeshJson.readTree(display.json())
                        .findValues("Password")
                        .forEach(found -> passwords.add(found.asString())));
      }
    }
    assertFalse(passwords.isEmpty(), "the scenario shows its passwords");
    String page = page("case-example-generator.html");
    for (String password : passwords) {
      assertFalse(page.contains("&quot;" + password + "&quot;"), password);
      assertFalse(password.length() > 8 && page.contains(password), password);
    }
    assertTrue(page.contains("opened by whoever has the shared secret"));
  }

  @Test
  void aRunAgainWritesTheSamePages() throws IOException {
    Path file = text.write("connected", ScenarioText.HEAD + ScenarioText.CONNECTED);
    text.run(file);
    Map<String, String> first = Trees.of(report());
    text.run(RunOptions.DEFAULT, StepActions::of, file);
    assertEquals(first, Trees.of(report()));
    assertEquals(Set.of("index.html", "case-connected.html"), first.keySet());
  }
}
