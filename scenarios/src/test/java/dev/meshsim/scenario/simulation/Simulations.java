package dev.meshsim.scenario.simulation;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Simulations for tests. */
final class Simulations {

  private Simulations() {}

  static SimulationSettings settings(Dialect dialect, List<Fault> faults) {
    return new SimulationSettings(
        dialect,
        Suites.defaultOf(dialect),
        "memory",
        faults,
        List.of(),
        OptionalInt.of(1),
        OptionalInt.of(40),
        LogChoice.NONE,
        AllOracles.names());
  }

  /** Over memory, with these faults. */
  static Simulation of(List<Fault> faults, int jobs) {
    return new Simulation(settings(Dialect.MESH, faults), Path.of("unused"), jobs);
  }

  static Simulation withAllFaults() {
    return of(List.of(Fault.values()), 1);
  }
}
