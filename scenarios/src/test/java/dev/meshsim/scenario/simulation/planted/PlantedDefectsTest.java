package dev.meshsim.scenario.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator finds planted defects. A build tries a few; {@code -Dmeshsim.exhaustive=true} tries
 * all, and with {@code -Dmeshsim.write=true} too they are shrunk and written into {@code
 * docs/simulation.md}.
 */
@Once
class PlantedDefectsTest {

  private static final int LEAST = 30;

  /** Names of defects, with commas; only they are tried, shrunk and printed as rows of the page. */
  private static final String NAMED = System.getProperty("meshsim.defects", "");

  @TempDir private Path directory;

  static Stream<Defect> all() {
    return DefectTable.ALL.stream();
  }

  static Stream<Defect> applying() {
    return Stream.concat(all(), Unseen.ALL.stream().map(Unseen::defect));
  }

  static Stream<Defect> tried() {
    if (!NAMED.isEmpty()) {
      return all().filter(defect -> List.of(NAMED.split(",")).contains(defect.name()));
    }
    return Exhaustive.on() ? all() : DefectTable.QUICK.stream();
  }

  @ParameterizedTest
  @MethodSource("applying")
  void aDefectStillApplies(Defect defect) {
    byte[] octets =
        PlantedLoader.octets(defect.className())
            .orElseThrow(() -> new AssertionError("no class " + defect.className()));
    assertFalse(Arrays.equals(octets, Planter.plant(defect, octets)), defect + "");
  }

  @Test
  void aDefectWithoutItsPlaceFails() {
    for (String method : new String[] {"requireLate", "fetch"}) {
      Defect gone =
          new Defect("gone", "session.CatchUp", method, Change.without("isAfter"), "typed-errors");
      byte[] octets = PlantedLoader.octets(gone.className()).orElseThrow();
      String why =
          assertThrows(IllegalStateException.class, () -> Planter.plant(gone, octets)).getMessage();
      assertTrue(why.startsWith("the defect \"gone\" (session.CatchUp." + method), why);
      assertTrue(why.contains("no longer applies"), why);
    }
  }

  @ParameterizedTest
  @MethodSource("tried")
  void aDefectIsFound(Defect defect) {
    Caught caught =
        Caught.hunt(defect, !NAMED.isEmpty(), directory)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "no oracle has found \""
                            + defect.name()
                            + "\" ("
                            + defect
                            + ") in "
                            + defect.setting().budget()
                            + " seeds"));
    if (!NAMED.isEmpty()) {
      System.out.println(DefectPage.row(defect, caught));
    }
    assertEquals(defect.oracle(), caught.oracle(), caught.what());
  }

  @Test
  void thereAreEnoughWithNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    applying().forEach(defect -> assertTrue(names.add(defect.name()), defect.name()));
    assertTrue(DefectTable.ALL.size() >= LEAST, DefectTable.ALL.size() + " defects");
  }

  @Test
  void thePageListsEveryDefect() throws IOException {
    assertEquals(applying().map(DefectPage::row).toList(), DefectPage.rows());
  }

  /** Takes minutes: every defect is found and its plan made smaller. */
  @Test
  void thePageIsWritten() throws IOException {
    assumeTrue(Boolean.getBoolean("meshsim.write") && Exhaustive.on(), "writes the page on demand");
    Golden.assertSame(DefectPage.file(), DefectPage.with(shrunk(DefectTable.ALL)));
  }

  @Test
  void theFindingsAreWritten() throws IOException {
    assumeTrue(Boolean.getBoolean("meshsim.write"), "writes docs/findings on demand");
    FindingPages.write(
        shrunk(all().filter(defect -> FindingPages.SHOWN.contains(defect.name())).toList()));
  }

  /** Hunts defects, several at once, and makes their plans smaller. */
  private Map<Defect, Caught> shrunk(List<Defect> defects) {
    List<Optional<Caught>> found =
        IntStream.range(0, defects.size())
            .parallel()
            .mapToObj(
                i -> {
                  Path place = directory.resolve("page-" + i);
                  Optional<Caught> one = Caught.hunt(defects.get(i), true, place);
                  one.ifPresent(each -> System.out.println(DefectPage.row(defects.get(i), each)));
                  return one;
                })
            .toList();
    Map<Defect, Caught> caught = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      String name = defects.get(i).name();
      caught.put(defects.get(i), found.get(i).orElseThrow(() -> new AssertionError(name)));
    }
    return caught;
  }
}
