package dev.meshsim.scenario.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.testing.Exhaustive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The findings of {@code docs/findings} are read and, where their defect is planted, found again;
 * elsewhere the event is named that differs. {@code -Dmeshsim.exhaustive=true} tries all.
 */
class FindingPagesTest {

  /** An oracle of each of the three kinds of events: answers, commits and the end of operations. */
  private static final List<String> QUICK =
      List.of("codes-compare", "forgeries-refused", "secrets");

  @TempDir private Path directory;

  static List<FindingPages.Example> tried() throws IOException {
    return FindingPages.listed().stream()
        .filter(example -> Exhaustive.on() || QUICK.contains(example.oracle()))
        .toList();
  }

  @Test
  void theIndexListsEveryFileAndEachIsRead() throws IOException {
    List<FindingPages.Example> listed = FindingPages.listed();
    assertEquals(
        FindingPages.files(), listed.stream().map(FindingPages.Example::file).sorted().toList());
    assertTrue(listed.size() >= 12, listed.toString());
    for (FindingPages.Example example : listed) {
      byte[] text = example.text().getBytes(StandardCharsets.UTF_8);
      Scenario scenario = ScenarioReader.read(example.name(), example.file(), text);
      assertEquals(List.of(example.oracle()), scenario.oracles(), example.file());
      assertEquals("seed-" + scenario.trace().orElseThrow().seed(), example.name());
    }
  }

  @ParameterizedTest
  @MethodSource("tried")
  void aFindingIsFoundAgainWithItsDefectAndNotWithout(FindingPages.Example example)
      throws IOException {
    Defect defect =
        DefectTable.ALL.stream()
            .filter(each -> each.name().equals(example.defect()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no defect \"" + example.defect() + "\""));
    String with = replayed(new PlantedLoader(defect), example, defect, "with");
    assertTrue(with.contains("found: " + example.oracle() + ": "), with);
    assertFalse(with.contains("differs from the trace"), with);
    String without = replayed(getClass().getClassLoader(), example, defect, "without");
    assertTrue(
        without.matches(
            "(?s).*(event [0-9]+.* (differs|has not happened)|no oracle has spoken at).*"),
        without);
    assertFalse(without.contains("found: " + example.oracle() + ": "), without);
  }

  private String replayed(
      ClassLoader loader, FindingPages.Example example, Defect defect, String place)
      throws IOException {
    List<String> failures =
        Caught.run(
            loader,
            Replay.class,
            List.of(
                example.name(),
                example.text(),
                defect.setting().store(),
                directory.resolve(place).toString()));
    assertEquals(1, failures.size(), failures.toString());
    return failures.get(0);
  }
}
