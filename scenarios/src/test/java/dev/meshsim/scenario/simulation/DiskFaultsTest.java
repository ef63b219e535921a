package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.testing.Once;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds whose stores are on simulated disks that fail. */
@Once
class DiskFaultsTest {

  private static final List<Fault> OF_DISKS =
      Arrays.stream(Fault.values()).filter(Fault::isOfDisk).toList();

  private static SimulationSettings settings(String store, List<Fault> faults) {
    return new SimulationSettings(
        Dialect.MESH,
        Suites.defaultOf(Dialect.MESH),
        store,
        faults,
        List.of(),
        OptionalInt.of(1),
        OptionalInt.of(40),
        LogChoice.NONE,
        AllOracles.names());
  }

  @ParameterizedTest
  @CsvSource({"memory, 8, 5", "registry, 3, 1"})
  void faultsOfDisksHappenAndNothingIsLost(String store, int seeds, int least) {
    Ensemble ensemble = new Ensemble(OF_DISKS);
    run(settings(store, OF_DISKS), seeds, ensemble);
    int modes = OF_DISKS.size();
    assertTrue(modes - ensemble.neverHappened().size() >= least, ensemble.neverHappened() + "");
  }

  private static void run(SimulationSettings settings, int seeds, Ensemble ensemble) {
    new Simulation(settings, Path.of("unused"), 1)
        .run(
            LongStream.rangeClosed(1, seeds),
            () -> false,
            result -> {
              assertEquals(List.of(), result.violations(), "seed " + result.seed());
              ensemble.add(result);
            });
  }

  @Test
  void wrongBitsAreNoticedOrHarmless() {
    List<Fault> rot = List.of(Fault.BIT_ROT);
    Ensemble ensemble = new Ensemble(rot);
    run(settings("memory", rot), 4, ensemble);
    assertEquals(List.of(), ensemble.neverHappened());
  }

  @Test
  void aRunOnDisksIsTheSameTwice() {
    Simulation simulation = new Simulation(settings("memory", OF_DISKS), Path.of("unused"), 1);
    for (long seed = 1; seed <= 2; seed++) {
      assertEquals(simulation.generate(seed).digest(), simulation.generate(seed).digest());
    }
  }

  @Test
  void aStoreThatReachesTheSystemItselfMeetsNoFaultOfDisks() {
    assertFalse(settings("memory", OF_DISKS).faults().isEmpty());
    assertEquals(List.of(), settings("h2", OF_DISKS).faults());
  }
}
