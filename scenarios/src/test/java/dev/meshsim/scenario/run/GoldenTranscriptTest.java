package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  void everyBlockIsJsonAndTheFirstTwoAreHttp() {
    List<String> blocks = blocks();
    assertTrue(blocks.size() > 60, blocks.size() + " blocks");
    assertHttp(blocks.get(0), "POST /.well-known/mmm/ HTTP/1.1");
    assertHttp(blocks.get(1), "HTTP/1.1 200 OK");
    int charts = 0;
    for (String block : blocks.subList(2, blocks.size())) {
      if (block.startsWith("Connecting ")) {
        charts++;
      } else {
        MeshJson.readTree(Bytes.utf8(block));
      }
    }
    assertEquals(1, charts);
  }

  private static void assertHttp(String block, String firstLine) {
    String[] parts = block.split("\n\n", 2);
    assertTrue(parts[0].startsWith(firstLine + "\n"), parts[0]);
    Matcher length = Pattern.compile("Content-Length: ([0-9]+)").matcher(parts[0]);
    assertTrue(length.find());
    int octets = parts[1].getBytes(StandardCharsets.UTF_8).length;
    assertEquals(octets, Integer.parseInt(length.group(1)));
    MeshJson.readTree(Bytes.utf8(parts[1]));
  }

  @Test
  void itsDatesAreHttpDates() {
    Matcher date = Pattern.compile("(?m)^Date: (.*)$").matcher(transcript);
    assertTrue(date.find());
    assertEquals("Thu, 04 Apr 2019 00:00:02 GMT", date.group(1));
  }

  @Test
  void everyLinkedMessageExistsAndHoldsItsExactOctets(@TempDir Path directory) throws IOException {
    new TranscriptRun(RunOptions.DEFAULT, Optional.of(directory))
        .run(SCENARIOS.resolve("example-generator.yaml").toString(), text -> {}, line -> {});
    Matcher link = Pattern.compile("\\]\\((messages/[^)]+)\\)").matcher(transcript);
    int links = 0;
    while (link.find()) {
      links++;
      byte[] octets = Files.readAllBytes(directory.resolve(link.group(1)));
      MeshJson.readTree(Bytes.of(octets));
      assertFalse(new String(octets, StandardCharsets.UTF_8).contains("..."), link.group(1));
    }
    assertTrue(links > 50, links + " links");
  }

  @Test
  void sharesAreNotPrintedUnlessTheScenarioAsks() {
    assertTrue(transcript.contains("split into 4 shares, of which any 2 recover it"));
    assertFalse(Pattern.compile("\"S[A-Z2-7]{3}(-[A-Z2-7]{1,4})+\"").matcher(transcript).find());
  }

  private static List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    String[] parts = transcript.split("(?m)^~~~~\n");
    for (int i = 1; i < parts.length; i += 2) {
      blocks.add(parts[i].substring(0, parts[i].length() - 1));
    }
    return blocks;
  }
}
