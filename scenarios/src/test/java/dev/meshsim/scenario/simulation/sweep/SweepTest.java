package dev.meshsim.scenario.simulation.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.SeedRecord.FindingFile;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationSettings;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.sim.oracle.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

  private static final SimulationSettings SETTINGS =
      new SimulationSettings(
          Dialect.MESH,
          Suites.defaultOf(Dialect.MESH),
          RunStore.MEMORY,
          List.of(Fault.values()),
          List.of(),
          OptionalInt.of(1),
          OptionalInt.of(10),
          LogChoice.NONE,
          AllOracles.names());

  @TempDir private Path directory;

  private static SeedRecord record(long seed, String digest, FindingFile file) {
    return new SeedRecord(
        seed,
        new TreeMap<>(Map.of("update", 2)),
        new TreeMap<>(Map.of("answer lost", 1)),
        new TreeMap<>(Map.of("update: ok", 1)),
        60_000,
        7,
        digest,
        file == null ? List.of() : List.of(new Violation("o", 3, "x"), new Violation("p", 4, "y")),
        file);
  }

  private static SweepPart part(int number, int attempt, SeedRecord... records) {
    return new SweepPart(number, attempt, "executor 1", "17", List.of(records));
  }

  @ParameterizedTest
  @CsvSource({"1, 10, 3, 1-4 5-7 8-10", "5, 5, 8, 5-5", "1, 4, 4, 1-1 2-2 3-3 4-4", "0, 6, 1, 0-6"})
  void rangesAreCutIntoPartsOfOneSize(long first, long last, int parts, String expected) {
    assertEquals(
        List.of(expected.split(" ", -1)),
        new SeedRange(first, last)
            .parts(parts).stream().map(one -> one.first() + "-" + one.last()).toList());
  }

  @Test
  void partsInAnyOrderGiveTheReportOfOneProcess() {
    Simulation simulation = new Simulation(SETTINGS, directory, 2);
    Ensemble alone = new Ensemble(SETTINGS.faults());
    simulation.run(LongStream.rangeClosed(1, 7), () -> false, alone::add);
    SeedRange range = new SeedRange(1, 7);
    List<SweepPart> parts = new ArrayList<>();
    for (SeedRange seeds : range.parts(3)) {
      List<SeedRecord> records = SweepPart.run(simulation, seeds, "c", () -> false);
      String sent = new SweepPart(parts.size(), 0, "a place", "17", records).json();
      parts.add(SweepPart.read(sent));
    }
    Collections.reverse(parts);
    Ensemble merged = new Ensemble(SETTINGS.faults());
    Sweep sweep = Sweep.of(range, parts);
    sweep.addTo(merged);
    assertEquals(
        SweepReport.of("c", alone, List.of(), List.of()),
        SweepReport.of("c", merged, sweep.found(), List.of()));
    assertEquals(List.of(), sweep.retried());
  }

  @Test
  void aStoppedPartHasNoResult() {
    Simulation simulation = new Simulation(SETTINGS, directory, 1);
    SeedRange range = new SeedRange(1, 2);
    assertThrows(
        IllegalStateException.class, () -> SweepPart.run(simulation, range, "c", () -> true));
  }

  @Test
  void missingAndRepeatedSeedsAreNoSweep() {
    SeedRange range = new SeedRange(1, 2);
    SweepPart one = part(0, 0, record(1, "aa", null));
    SweepPart two = part(1, 0, record(2, "bb", null));
    assertEquals(2, Sweep.of(range, List.of(two, one)).records().size());
    for (List<SweepPart> wrong :
        List.of(List.of(one), List.of(two), List.of(one, one, two), List.<SweepPart>of())) {
      assertThrows(IllegalStateException.class, () -> Sweep.of(range, wrong), wrong.toString());
    }
  }

  @Test
  void findingsAreSentWithTheirFilesAndGiveExitCodeOne() {
    FindingFile file = new FindingFile("seed-2.yaml", "purpose: \"ü\"\n", 30, 3, 40);
    SweepPart sent = part(0, 1, record(1, "aa", null), record(2, "bb", file));
    SweepPart read = SweepPart.read(sent.json());
    assertEquals(sent, read);
    Sweep sweep = Sweep.of(new SeedRange(1, 2), List.of(read));
    assertEquals(List.of(read), sweep.retried());
    Ensemble ensemble = new Ensemble(List.of(Fault.ANSWER_LOST));
    sweep.addTo(ensemble);
    SweepReport report = SweepReport.of("c", ensemble, sweep.found(), List.of());
    assertEquals(4, report.operations().get("update"));
    assertEquals(2, report.findings().size());
    assertEquals("seed-2.yaml", report.findings().get(0).file());
    assertEquals(null, report.findings().get(1).file(), "one file for the first of a seed");
    assertEquals(1, report.exitCode(true));
    assertEquals(1, report.seedsWithFindings());
    assertTrue(report.lines().contains("1 seed with findings"), report.lines().toString());
  }

  @Test
  void exitCodesFollowFromTheReport() {
    Ensemble ensemble = new Ensemble(List.of());
    SweepReport nothing = SweepReport.of("c", ensemble, List.of(), List.of());
    assertEquals(0, nothing.exitCode(false));
    assertEquals(4, nothing.exitCode(true));
    SweepReport differs = SweepReport.of("c", new Ensemble(List.of()), List.of(), List.of(5L));
    assertEquals(1, differs.exitCode(false));
  }

  @Test
  void seedsWithAnotherDigestAreNamedWithBothPlaces() {
    List<SweepPart> first = List.of(part(0, 0, record(1, "aa", null), record(2, "bb", null)));
    assertEquals(List.of(), SeedDifference.between(first, first));
    List<SeedDifference> found =
        SeedDifference.between(first, List.of(part(0, 1, record(2, "cc", null))));
    assertEquals(
        List.of(
            "seed 2 is not repeatable: digest bb on executor 1 (JVM 17, attempt 0),"
                + " cc on executor 1 (JVM 17, attempt 1)"),
        found.stream().map(SeedDifference::toString).toList());
  }
}
