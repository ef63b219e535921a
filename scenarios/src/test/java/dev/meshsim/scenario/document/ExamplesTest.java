package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.document.json.JsonSpacing;
import dev.meshsim.report.text.Folding;
import dev.meshsim.report.text.HttpMessage;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The documents in docs/examples are what a build would write. To write them anew after an intended
 * change: {@code mvn -pl scenarios -am test -Dtest=ExamplesTest -Dmeshsim.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}, then read the difference.
 */
class ExamplesTest {

  private static final Path EXAMPLES = Golden.root().resolve("docs/examples");
  private static final Path DRAFT = EXAMPLES.resolve("draft");

  /**
   * The words of kramdown-rfc 1.6.22 about blocks that are folded, which it does not unfold first.
   */
  private static final String KNOWN =
      "(?s)\\*\\*\\* .*JSON isn't: .*|\\*\\*\\* {1,2}not even with braces added around: .*"
          + "|NOTE: '\\\\{1,2}' lin.*|\\*\\*\\* #ex-.*JSON isn't.*";

  private static final List<String> DIFFERENCES = new ArrayList<>();
  private static int scenarios;

  private static List<Path> templates(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(md|xml|html)"))
          .map(file -> Golden.root().relativize(file))
          .map(file -> Path.of("..").resolve(file))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  static void build() throws IOException {
    Path root = EXAMPLES.resolve("templates");
    for (var each : Map.of(root, EXAMPLES, root.resolve("draft"), DRAFT).entrySet()) {
      DocumentBuild build = new DocumentBuild(templates(each.getKey()), each.getValue());
      if (Boolean.getBoolean("meshsim.write")) {
        build.build();
      } else {
        DocumentBuild.Outcome outcome = build.check();
        DIFFERENCES.addAll(outcome.differences());
        scenarios += outcome.scenarios();
      }
    }
  }

  @Test
  void areWhatABuildWouldWrite() {
    assertEquals(List.of(), DIFFERENCES);
    assertTrue(Boolean.getBoolean("meshsim.write") || scenarios == 6, scenarios + " were run");
  }

  @Test
  void bothDialectsHaveTheSectionsOf2016InTheirOrderAndThoseItLacked() throws IOException {
    List<String> wanted =
        List.of(
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
            "# Status of a portal",
            "# Transfer of a user's records",
            "# Deleting an account");
    for (String name : List.of("example-generator.md", "example-generator-2017.md")) {
      List<String> headings =
          Files.readAllLines(EXAMPLES.resolve(name)).stream()
              .filter(line -> line.matches("#+ .*"))
              .toList();
      assertEquals(wanted, headings.subList(1, headings.size()), name);
    }
  }

  @Test
  void everyBlockUnfoldsToItsExactOctets() throws IOException {
    int blocks = 0;
    for (Path directory : List.of(EXAMPLES, DRAFT)) {
      JsonNode index =
          MeshJson.readTree(Bytes.of(Files.readAllBytes(directory.resolve("examples/index.json"))));
      for (JsonNode document : index.path("documents")) {
        for (JsonNode example : document.path("examples")) {
          new BuiltBlock(directory, example).check();
          blocks++;
        }
      }
    }
    assertTrue(blocks > 80, blocks + " blocks");
  }

  /** A block of a built document, as the index describes it. */
  private record BuiltBlock(Path directory, JsonNode entry) {

    void check() throws IOException {
      Bytes exact = Bytes.of(Files.readAllBytes(directory.resolve(text("file"))));
      assertEquals(text("sha256"), Sha256.of(exact).hex(), text("file"));
      assertEquals(entry.path("octets").intValue(), exact.length());
      List<String> lines = lines();
      int width = entry.path("width").intValue();
      assertTrue(lines.stream().allMatch(line -> line.length() <= width), where());
      String shown = Folding.unfold(String.join("\n", lines) + "\n");
      assertEquals(text("fold").equals("none"), shown.equals(String.join("\n", lines) + "\n"));
      boolean newline = entry.path("finalNewline").booleanValue();
      String content = newline ? shown : shown.substring(0, shown.length() - 1);
      boolean json = text("form").equals("json") || text("form").equals("unpacked");
      switch (text("changed")) {
        case "nothing" -> assertEquals(exact.utf8(), content, where());
        case "line ends of the head" -> {
          assertEquals(exact, HttpMessage.exactOctets(content), where());
          assertEquals(HttpMessage.read(exact).exactOctets(), exact);
        }
        case "white space" ->
            assertEquals(JsonSpacing.removed(exact.utf8()), JsonSpacing.removed(content), where());
        case "shortened" -> {
          assertTrue(content.contains("\" ... \""), where());
          json = false;
        }
        default -> throw new AssertionError(text("changed"));
      }
      if (json) {
        MeshJson.readTree(Bytes.utf8(content));
      }
    }

    private String text(String member) {
      return entry.path(member).asString("");
    }

    private String where() {
      return text("document") + ":" + entry.path("line");
    }

    /** The lines from the place in the index to the end of the block. */
    private List<String> lines() throws IOException {
      List<String> all =
          List.of(Files.readString(directory.resolve(text("document"))).split("\n", -1));
      List<String> lines = new ArrayList<>();
      for (String line : all.subList(entry.path("line").intValue() - 1, all.size())) {
        if (line.matches("`{3,}|~{3,}|]]></sourcecode>")) {
          return lines;
        }
        lines.add(line);
      }
      throw new AssertionError(where() + " does not end");
    }
  }

  @Test
  void kramdownBuildsTheDraft(@TempDir Path scratch) throws Exception {
    String draft = DRAFT.resolve("draft-meshsim-connection-00.md").toString();
    Path xml = scratch.resolve("draft.xml");
    Path errors = scratch.resolve("errors");
    Process process;
    try {
      process =
          new ProcessBuilder("kramdown-rfc", draft)
              .directory(scratch.toFile())
              .redirectOutput(xml.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "kramdown-rfc is not installed: skipped");
      return;
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    List<String> said = Files.readAllLines(errors, StandardCharsets.UTF_8);
    assertEquals(List.of(), said.stream().filter(line -> !line.matches(KNOWN)).toList());
    assertFalse(Files.readString(xml).contains("BROKEN"));
    assertTrue(Files.readString(xml).contains("<sourcecode type=\"http-message\""));
  }
}
