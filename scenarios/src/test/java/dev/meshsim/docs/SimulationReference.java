package dev.meshsim.docs;

import dev.meshsim.scenario.simulation.Sometimes;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the generated parts of {@code docs/simulation.md}. */
final class SimulationReference {

  private SimulationReference() {}

  /** The table of oracles. */
  static String oracles() {
    return "| Oracle | Law |\n|---|---|\n"
        + AllOracles.laws().entrySet().stream()
            .map(law -> "| `" + law.getKey() + "` | " + law.getValue() + " |\n")
            .collect(Collectors.joining());
  }

  /** The states that must be reached. */
  static String states() {
    return Sometimes.all(Arrays.asList(Fault.values())).stream()
            .map(state -> "`" + state + "`")
            .collect(Collectors.joining(", "))
        + ".\n";
  }
}
