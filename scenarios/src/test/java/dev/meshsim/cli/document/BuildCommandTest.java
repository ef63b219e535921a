package dev.meshsim.cli.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command's output, errors and exit codes. */
class BuildCommandTest {

  @TempDir private Path directory;
  private String template = "";
  private String out = "";

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(
        directory.resolve("ask.yaml"),
        """
        purpose: Asks for a name.
        machines: [desktop]
        portal: example.com
        steps:
        - {validate: alice@example.com, label: ask}
        """);
    Path file = directory.resolve("page.md");
    Files.writeString(file, "<?mesh scenario s ask.yaml?>\n<?mesh json ask.request?>\n");
    template = file.toString();
    out = directory.resolve("out").toString();
  }

  private Cli build(String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"document", "build", template, "--out", out}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Cli.run(arguments);
  }

  @Test
  void aBuildListsTheFilesThatItHasWritten() {
    Cli first = build();
    assertEquals(0, first.code(), first.errors());
    assertEquals(
        String.join("\n", out + "/examples/ask/ask.request.json", out + "/examples/index.json", out)
            + "/page.md\n",
        first.out());
    assertEquals("mesh-sim: 1 document, 1 scenario run, 3 files changed\n", first.errors());
    assertEquals("", build().out());
    assertEquals("mesh-sim: 1 document, 0 scenarios run, 0 files changed\n", build().errors());
  }

  @Test
  void aCheckFailsWithTheDifference() throws IOException {
    build();
    assertEquals(0, build("--check").code());
    Path page = directory.resolve("out/page.md");
    Files.writeString(page, Files.readString(page).replace("alice", "Alice"));
    var before = Trees.of(directory);
    Cli check = build("--check");
    assertEquals(1, check.code());
    assertTrue(check.out().startsWith(page + ":4: the first line"), check.out());
    assertTrue(check.out().contains("\n-    \"Account\": \"Alice@"), check.out());
    assertTrue(check.errors().endsWith("1 difference\n"), check.errors());
    assertEquals(before, Trees.of(directory));
  }

  @Test
  void aTemplateWithProblemsWritesNothing() throws IOException {
    Files.writeString(
        Path.of(template),
        "<?mesh scenario s ask.yaml?>\n<?mesh json aks.request?>\n<?mesh jsn ask.request?>\n");
    Cli failed = build();
    assertEquals(2, failed.code());
    assertEquals(
        """
        %1$s:2:13: there is no message "aks"; there are ask
        hint: did you mean "ask"?
        %1$s:3:8: there is no form "jsn"; there are scenario, format, include, pick, if, each, end, \
        http, json, message, unpacked, decrypted and 11 more
        hint: did you mean "json"?
        """
            .formatted(template),
        failed.errors());
    assertTrue(Files.notExists(Path.of(out)));
  }

  @Test
  void aTemplateThatDoesNotExistIsNamed() {
    template = directory.resolve("none.md").toString();
    Cli failed = build();
    assertEquals(2, failed.code());
    assertTrue(failed.errors().startsWith(template + ":1:1: the template cannot be read"));
  }
}
