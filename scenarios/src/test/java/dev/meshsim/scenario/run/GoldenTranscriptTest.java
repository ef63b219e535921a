package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.text.Folding;
import dev.meshsim.report.text.HttpMessage;
import dev.meshsim.scenario.document.TranscriptRun;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The transcript of the default seed equals the reviewed one. To write it anew after an intended
 * change: {@code mvn -pl scenarios -am test -Dtest=GoldenTranscriptTest -Dmeshsim.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}, then read the difference.
 */
class GoldenTranscriptTest {

  private static final Path SCENARIOS = Golden.root().resolve("scenarios");
  private static String transcript = "";

  @BeforeAll
  static void run() {
    StringBuilder text = new StringBuilder();
    List<String> errors = new ArrayList<>();
    int code =
        new TranscriptRun(RunOptions.DEFAULT, Optional.empty())
            .run(SCENARIOS.resolve("example-generator.yaml").toString(), text::append, errors::add);
    assertEquals(0, code, errors.toString());
    transcript = text.toString();
  }

  @Test
  void isTheReviewedOne() throws IOException {
    Golden.assertSame(SCENARIOS.resolve("src/test/golden/example-generator.md"), transcript);
  }

  @Test
  void hasTheSectionsOfTheReferenceInTheirOrder() {
    List<String> headings = transcript.lines().filter(line -> line.startsWith("#")).toList();
    assertEquals(
        List.of(
            "# Transcript of example-generator",
            "# Protocol Overview",
            "## Creating a new portal account",
            "### Checking Account Identifier for uniqueness",
            "## Creating a new user profile",
            "### Publishing a new user profile",
            "## Connecting a device profile to a user profile",
            "### Profile Authentication",
            "#### Interactive Devices",
            "#### Constrained Interaction Devices",
            "### Connection request",
            "### Administrator Polls Pending Connections",
            "### Administrator updates and publishes the personal profile",
            "### Administrator posts completion request",
            "### Connecting device polls for status update",
            "## Adding an application profile to a user profile",
            "## Creating a recovery profile",
            "## Recovering a profile",
            "# Password Management",
            "# Further messages"),
        headings.subList(0, 20));
  }

  @Test
  void everyBlockIsOfItsTypeWhenItIsUnfolded() {
    int[] count = new int[3];
    Matcher block = Pattern.compile("(?m)^```([a-z]+)\\n((?s:.*?))\\n```$").matcher(transcript);
    while (block.find()) {
      String content = Folding.unfold(block.group(2));
      switch (block.group(1)) {
        case "http" -> {
          count[0]++;
          HttpMessage.read(HttpMessage.exactOctets(content));
        }
        case "json" -> {
          count[1]++;
          MeshJson.readTree(Bytes.utf8(content));
        }
        default -> {
          boolean diagram = content.startsWith(".--");
          count[2] += diagram ? 0 : 1;
          assertTrue(diagram || content.contains("\" ... \""), content);
        }
      }
      assertTrue(block.group(2).lines().allMatch(line -> line.length() <= Folding.WIDTH));
    }
    assertEquals(2, count[0], "HTTP");
    assertTrue(count[1] > 30, count[1] + " JSON");
    assertTrue(count[2] > 20, count[2] + " shortened");
  }

  @Test
  void itsDatesAreHttpDates() {
    Matcher date = Pattern.compile("(?m)^Date: (.*)$").matcher(transcript);
    assertTrue(date.find());
    assertEquals("Thu, 04 Apr 2019 00:00:02 GMT", date.group(1));
  }

  @Test
  void itLinksOnlyFilesThatItWrites(@TempDir Path directory) throws IOException {
    assertFalse(transcript.contains("]("), "nothing was written");
    StringBuilder text = new StringBuilder();
    new TranscriptRun(RunOptions.DEFAULT, Optional.of(directory))
        .run(SCENARIOS.resolve("example-generator.yaml").toString(), text::append, line -> {});
    assertEquals(Files.readString(directory.resolve("transcript.md")), text.toString());
    Matcher link = Pattern.compile("\\]\\(((messages|examples)/[^)]+)\\)").matcher(text);
    int links = 0;
    while (link.find()) {
      links++;
      assertFalse(Files.readString(directory.resolve(link.group(1))).contains("..."), link.group());
    }
    assertTrue(links > 50, links + " links");
  }

  @Test
  void sharesAreNotPrintedUnlessTheScenarioAsks() {
    assertTrue(transcript.contains("split into 4 shares, of which any 2 recover it"));
    assertFalse(Pattern.compile("\"S[A-Z2-7]{3}(-[A-Z2-7]{1,4})+\"").matcher(transcript).find());
  }
}
