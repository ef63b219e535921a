package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build runs what has changed, writes what differs, and a check writes nothing. */
class DocumentBuildTest {

  private static final String STEPS =
      """
      purpose: Asks for a name.
      machines: [desktop]
      portal: example.com
      steps:
      - {validate: %s@example.com, label: ask}
      """;

  @TempDir private Path directory;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    out = directory.resolve("out");
    Files.writeString(directory.resolve("first.yaml"), STEPS.formatted("alice"));
    Files.writeString(directory.resolve("second.yaml"), STEPS.formatted("bob"));
    template("one.md", "first", "# One");
    template("both.md", "first", "<?mesh scenario other second.yaml?>\n# Both");
  }

  private void template(String name, String scenario, String text) throws IOException {
    Files.writeString(
        directory.resolve(name),
        "<?mesh scenario s "
            + scenario
            + ".yaml?>\n"
            + text
            + "\n\n<?mesh http ask.request?>\n\n<?mesh json ask.request part=/ValidateAccount?>\n");
  }

  private DocumentBuild build() {
    return new DocumentBuild(
        List.of(directory.resolve("one.md"), directory.resolve("both.md")), out);
  }

  /** The files beside the kept runs. */
  private List<String> written() throws IOException {
    return Trees.of(out).keySet().stream()
        .filter(name -> !name.startsWith(KeptRuns.DIRECTORY))
        .sorted()
        .toList();
  }

  private int scenariosRun() {
    return build().build().scenarios();
  }

  @Test
  void onlyScenariosThatHaveChangedAreRun() throws IOException {
    assertEquals(2, scenariosRun());
    assertEquals(0, scenariosRun());
    Files.writeString(directory.resolve("second.yaml"), STEPS.formatted("carol"));
    assertEquals(1, scenariosRun(), "both.md is built again, with the first as it was");
    template("one.md", "first", "# Another title");
    assertEquals(0, scenariosRun());
    assertTrue(Files.readString(out.resolve("one.md")).startsWith("# Another title"));
    Files.writeString(out.resolve("one.md"), "edited by hand");
    Files.delete(out.resolve("examples/first/ask.request.http"));
    assertEquals(0, scenariosRun());
    assertEquals(List.of(), build().check().differences());
    Files.writeString(directory.resolve("first.yaml"), STEPS.formatted("alice") + "\n# remark\n");
    assertEquals(1, scenariosRun());
    Files.delete(out.resolve(BuildRecord.FILE));
    assertEquals(0, scenariosRun());
    assertEquals(2, build().check().scenarios(), "a check believes no earlier run");
  }

  @Test
  void aKeptRunThatIsNotWholeIsRunAgain() throws IOException {
    build().build();
    try (Stream<Path> runs = Files.list(out.resolve(KeptRuns.DIRECTORY))) {
      for (Path run : runs.filter(file -> file.toString().endsWith(".json")).toList()) {
        String text = Files.readString(run);
        Files.writeString(run, text.replace("\"first\"", "\"other\""));
      }
    }
    Files.delete(out.resolve(BuildRecord.FILE));
    assertEquals(1, scenariosRun(), "the second names it nowhere");
    assertEquals(List.of(), build().check().differences());
  }

  @Test
  void noMoreRunsAreKeptThanTheLimit() throws IOException {
    Path kept = Files.createDirectories(out.resolve(KeptRuns.DIRECTORY));
    for (int n = 0; n < KeptRuns.MOST; n++) {
      Files.writeString(kept.resolve("old" + n + ".json"), "");
    }
    build().build();
    try (Stream<Path> runs = Files.list(kept)) {
      assertEquals(KeptRuns.MOST, runs.filter(file -> file.toString().endsWith(".json")).count());
    }
    assertEquals("*\n", Files.readString(kept.resolve(".gitignore")));
  }

  @Test
  void equalInputsGiveEqualOutputs() throws IOException {
    build().build();
    Map<String, String> first = Trees.of(out);
    out = directory.resolve("again");
    build().build();
    assertEquals(first, Trees.of(out));
  }

  @Test
  void aCheckShowsTheDifferenceAndWritesNothing() throws IOException {
    build().build();
    assertEquals(List.of(), build().check().differences());
    Files.writeString(directory.resolve("first.yaml"), STEPS.formatted("zoe"));
    Map<String, String> before = Trees.of(out);
    List<String> differences = build().check().differences();
    assertEquals(before, Trees.of(out));
    String one =
        differences.stream().filter(text -> text.contains("one.md")).findFirst().orElseThrow();
    assertTrue(one.startsWith(out.resolve("one.md") + ":8: "), one);
    assertTrue(one.contains("\n-Content-Length: 69\n+Content-Length: 67\n"), one);
    assertTrue(one.contains("alice@example.com") && one.contains("zoe@example.com"), one);
    assertEquals(5, differences.size(), differences.toString());
  }

  @Test
  void aFileThatIsMissingOrNoLongerWrittenIsADifference() throws IOException {
    build().build();
    Files.delete(out.resolve("examples/first/ask.request.http"));
    Files.writeString(directory.resolve("one.md"), "nothing\n");
    Files.writeString(directory.resolve("both.md"), "nothing\n");
    String all = String.join("\n", build().check().differences());
    assertTrue(all.contains("ask.request.ValidateAccount.json:1: no document has this file"), all);
    build().build();
    assertEquals(
        List.of(".mesh-sim-documents.json", "both.md", "examples/index.json", "one.md"), written());
  }

  @Test
  void filesOfDocumentsThatAreNotBuiltStay() throws IOException {
    build().build();
    new DocumentBuild(List.of(directory.resolve("one.md")), out).build();
    assertTrue(Files.exists(out.resolve("both.md")));
    assertEquals(List.of(), build().check().differences());
  }

  @Test
  void aFileThatNobodyBuiltIsNotReplaced() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("one.md"), "my own work");
    DocumentException refusal = assertThrows(DocumentException.class, () -> build().build());
    assertEquals("document.foreign", refusal.code());
    assertEquals("my own work", Files.readString(out.resolve("one.md")));
    out = directory;
    assertEquals(
        "document.name", assertThrows(DocumentException.class, () -> build().build()).code());
  }

  @Test
  void aStepMoreChangesNoNameOfAnotherMessage() throws IOException {
    build().build();
    List<String> before = written();
    Files.writeString(
        directory.resolve("first.yaml"),
        STEPS.formatted("alice").replace("- {v", "- {validate: eve@example.com}\n- {v"));
    build().build();
    assertEquals(before, written());
  }

  @Test
  void aScenarioThatDoesNotPassFeedsNoDocument() throws IOException {
    Files.writeString(
        directory.resolve("first.yaml"),
        STEPS.formatted("alice").replace("label: ask", "label: ask, expect: not valid"));
    DocumentException refusal = assertThrows(DocumentException.class, () -> build().build());
    assertEquals("document.undecided", refusal.code());
    assertTrue(refusal.problem().contains("first.yaml:5:3"), refusal.problem());
    assertTrue(Files.notExists(out), "nothing is written");
  }
}
