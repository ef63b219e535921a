package dev.meshsim.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of the parts of a suite are put together to those of the whole. */
class MergeCommandTest {

  private static final int PARTS = 3;

  @TempDir private Path directory;
  private Path suite;

  private Path scenario(String name, String expected) throws IOException {
    return Files.writeString(
        suite.resolve(name + ".yaml"),
        """
        purpose: Asks for a name.
        machines: [phone]
        portal: example.com
        steps:
          - validate: alice@example.com
            expect: %s
        """
            .formatted(expected));
  }

  private void suite() throws IOException {
    suite = Files.createDirectory(directory.resolve("suite"));
    for (int n = 0; n < 6; n++) {
      scenario("case" + n, n == 4 ? "not valid" : "valid");
    }
    Files.writeString(suite.resolve("broken.yaml"), "purpose: No scenario.\n");
  }

  private Path part(int index, String... more) {
    Path out = directory.resolve("part" + index);
    List<String> words = new ArrayList<>(List.of("run", suite + "", "--jobs", "1"));
    words.addAll(List.of("--shard", index + "/" + PARTS, "--out", out + ""));
    words.addAll(List.of(more));
    Cli.run(words.toArray(String[]::new));
    return out;
  }

  private Cli merge(Path... parts) {
    List<String> words = new ArrayList<>(List.of("merge"));
    Stream.of(parts).forEach(part -> words.add(part + ""));
    words.addAll(List.of("--out", directory.resolve("merged") + ""));
    return Cli.run(words.toArray(String[]::new));
  }

  /** Every file below a directory but those of messages that are told as they happen. */
  private static TreeMap<String, String> content(Path root) throws IOException {
    TreeMap<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text =
            Files.readString(file)
                .replaceAll(" time=\"[0-9.]+\"", "")
                .replaceAll("\"millis\":[0-9]+,", "");
        content.put(root.relativize(file) + "", text);
      }
    }
    content.remove("events.ndjson");
    return content;
  }

  @Test
  void thePartsTogetherAreTheWholeRun() throws IOException {
    suite();
    // One case with evidence against a portal.
    Files.copy(
        Golden.root().resolve("scenarios/hostile/record-forgotten.yaml"),
        suite.resolve("forgotten.yaml"));
    Path whole = directory.resolve("whole");
    Cli run = Cli.run("run", suite + "", "--jobs", "1", "--out", whole + "");
    Cli merged = merge(part(2), part(3), part(1));
    assertEquals(1, merged.code(), merged.errors());
    assertEquals(run.code(), merged.code());
    assertTrue(merged.out().contains("6 passed, 1 failed, 1 rejected"), merged.out());
    TreeMap<String, String> expected = content(whole);
    TreeMap<String, String> found = content(directory.resolve("merged"));
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((file, text) -> assertEquals(text, found.get(file), file));
    assertTrue(expected.containsKey("report/index.html"));
    Cli again = Cli.run("run", "--rerun-failed", "--out", directory.resolve("merged") + "");
    assertTrue(again.out().contains("0 passed, 1 failed"), again.out());
  }

  private void refused(String code, String problem, Path... parts) {
    Cli merged = merge(parts);
    assertEquals(2, merged.code(), merged.out());
    assertTrue(merged.errors().contains(problem), merged.errors());
    assertTrue(merged.errors().contains("hint: "), merged.errors());
    assertFalse(Files.exists(directory.resolve("merged")), code);
  }

  @Test
  void whatIsNoWholeSuiteIsRefused() throws IOException {
    suite();
    Path one = part(1);
    Path two = part(2);
    Path three = part(3);
    refused("none", "has no results of a run", one, directory.resolve("nowhere"), three);
    refused("missing", "is one of 3 parts, and part 2 is not given", one, three);
    refused("twice", "is the part 1/3, as ", one, two, three, one);
    Path whole = directory.resolve("whole");
    Cli.run("run", suite + "", "--out", whole + "");
    refused("whole", "has the results of a whole suite", one, two, three, whole);
    part(2, "--seed", "7");
    refused("seed", "in its seed: 7 and 20190404", one, two, three);
    scenario("case6", "valid");
    part(2);
    refused("suite", "in its cases of the whole suite: 8 and 7", one, two, three);
    Files.delete(suite.resolve("case6.yaml"));
    part(2);
    Path log = two.resolve("cases.jsonl");
    String text = Files.readString(log);
    Files.writeString(log, text.replace("{\"finished\":true}\n", ""));
    refused("stopped", "cases have ended", one, two, three);
    Files.writeString(log, text.substring(0, text.length() - 4));
    refused("cut", "cases.jsonl: line ", one, two, three);
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.removeIf(line -> line.contains("planned") || line.startsWith("{\"case\""));
    Files.write(log, lines);
    refused("emptied", ", which no part has run", one, two, three);
    Files.writeString(log, text.replaceFirst("\"shard\":\"2/3\"", "\"shard\":\"two\""));
    refused("part", "line 1 names no part", one, two, three);
    Files.writeString(log, text.replaceFirst(",\"steps\":\\[.*", "}"));
    refused("member", " is no result of a case", one, two, three);
    Files.writeString(log, text + "{\"rejected\":\"other.yaml\",\"problems\":[]}\n");
    refused("rejected", "1 files that are no scenarios, and the parts have 2", one, two, three);
    part(2);
    assertEquals(1, merge(one, two, three).code());
  }

  @Test
  void thePartsAreNotWrittenOver() throws IOException {
    suite();
    Path one = part(1);
    Path two = part(2);
    Path three = part(3);
    for (Path out : List.of(one, one.resolve("merged"), directory)) {
      Cli merged = Cli.run("merge", one + "", two + "", three + "", "--out", out + "");
      assertEquals(2, merged.code());
      assertTrue(merged.errors().contains("are not apart"), merged.errors());
    }
    assertEquals(1, merge(one, two, three).code());
  }
}
