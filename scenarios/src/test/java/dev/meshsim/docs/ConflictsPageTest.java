package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshsim.profile.application.PasswordMerge;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.merge.Difference;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.MergeText;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples on the page about conflicts: tables, a program and a scenario. */
class ConflictsPageTest {

  private static final String HEADER = "| | Base | Mine | The portal's | Result |";
  private static final String CONFLICT = "conflict: ";
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  /** How the cells of a section are read and merged. */
  private static final Map<String, Kind<?>> KINDS =
      Map.of(
          "Passwords",
          new Kind<>(MergeText::passwords, PasswordMerge::merge),
          "Sites without questions",
          new Kind<>(ConflictsPageTest::neverAsk, PasswordMerge::merge),
          "Generating passwords",
          new Kind<>(ConflictsPageTest::generate, PasswordMerge::merge),
          "Devices of a profile",
          new Kind<>(MergeText::profile, MergeText::merge),
          "Applications of a profile",
          new Kind<>(MergeText::profile, MergeText::merge));

  /** Reads the code spans of a cell. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(String... spans);
  }

  /** Merges base, mine and the portal's. */
  @FunctionalInterface
  private interface Merger<T> {
    Merge<T> merge(T base, T mine, T theirs);
  }

  private record Kind<T>(Reader<T> reader, Merger<T> merger) {

    void check(Example example) {
      T base = reader.read(spans(example.base()));
      T mine = reader.read(spans(example.mine()));
      T theirs = reader.read(spans(example.theirs()));
      for (Merge<T> merge :
          List.of(merger.merge(base, mine, theirs), merger.merge(base, theirs, mine))) {
        if (example.result().startsWith(CONFLICT)) {
          assertEquals(
              List.of(withFingerprint(example.result().substring(CONFLICT.length()))),
              merge.differences().stream().map(Difference::what).toList());
        } else {
          assertEquals(List.of(), merge.differences());
          assertTrue(
              merge.result().equals(reader.read(spans(example.result()))),
              () -> "the merge is not what the page says: " + merge.result());
        }
      }
    }
  }

  /** A row of a table, with the heading above it. */
  private record Example(
      String section, String title, String base, String mine, String theirs, String result) {}

  @TestFactory
  Stream<DynamicTest> everyExampleIsTrue() throws IOException {
    return examples().stream()
        .map(
            example ->
                dynamicTest(
                    example.section() + ": " + example.title(),
                    () -> KINDS.get(example.section()).check(example)));
  }

  @Test
  void everyKindHasExamplesAndSoHasEveryTable() throws IOException {
    assertEquals(
        KINDS.keySet(), examples().stream().map(Example::section).collect(Collectors.toSet()));
    assertTrue(examples().size() >= 30, "only " + examples().size() + " examples were read");
  }

  @Test
  void theProgramIsTheOneOfTheTest() throws IOException {
    String test = "mesh-sim/src/test/java/dev/meshsim/session/ConflictExampleTest.java";
    String source = Files.readString(Golden.root().resolve(test)).indent(-2);
    assertTrue(source.contains(block("java")), "the page does not quote " + test);
  }

  @Test
  void theStepsArePartOfAScenarioThatPasses(@TempDir Path directory) throws IOException {
    Path file = Golden.root().resolve("scenarios/applications/devices-disagree.yaml");
    String steps = block("yaml");
    assertTrue(steps.contains("conflict.differs") && steps.contains("resolve:"), steps);
    assertTrue(Files.readString(file).contains(steps.indent(2)), "the page does not quote " + file);
    ScenarioText text = new ScenarioText(directory);
    RunTotals totals = text.run(file);
    assertEquals(1, totals.passed(), text.results.toString());
  }

  /** The page's only code block of a language. */
  private static String block(String language) throws IOException {
    String[] parts =
        Files.readString(Golden.root().resolve("docs/conflicts.md"))
            .split("(?m)^```" + language + "$\n", -1);
    assertEquals(2, parts.length, "blocks of " + language);
    return parts[1].substring(0, parts[1].indexOf("```"));
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    String section = "";
    boolean inTable = false;
    for (String line : Files.readAllLines(Golden.root().resolve("docs/conflicts.md"))) {
      section = line.startsWith("## ") ? line.substring(3) : section;
      boolean header = line.equals(HEADER);
      inTable = header || (inTable && line.startsWith("|"));
      if (inTable && !header && !line.startsWith("|-")) {
        List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
        assertEquals(7, cells.size(), line);
        examples.add(
            new Example(
                section, cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
      }
    }
    return examples;
  }

  private static String[] spans(String cell) {
    assertTrue(SPAN.matcher(cell).replaceAll("").isBlank(), "not only code in a cell: " + cell);
    return SPAN.matcher(cell)
        .results()
        .map((MatchResult span) -> span.group(1))
        .toArray(String[]::new);
  }

  /** The page has names where the description has a fingerprint. */
  private static String withFingerprint(String what) {
    int name = what.lastIndexOf(' ') + 1;
    return what.matches("the device .*|.*the application .*")
        ? what.substring(0, name) + MergeText.udf(what.substring(name))
        : what;
  }

  private static PasswordProfilePrivate neverAsk(String... sites) {
    return new PasswordProfilePrivate(null, List.of(), List.of(sites));
  }

  private static PasswordProfilePrivate generate(String... choice) {
    return new PasswordProfilePrivate(
        choice.length == 0 ? null : choice[0].equals("yes"), List.of(), List.of());
  }
}
