package dev.meshsim.scenario.simulation;

import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the generated parts of {@code docs/simulation.md}. */
public final class SimulationReference {

  private SimulationReference() {}

  /** The table of oracles. */
  public static String oracles() {
    return "| Oracle | Law |\n|---|---|\n"
        + AllOracles.laws().entrySet().stream()
            .map(law -> "| `" + law.getKey() + "` | " + law.getValue() + " |\n")
            .collect(Collectors.joining());
  }

  /** The states that must be reached. */
  public static String states() {
    return Sometimes.all(Arrays.asList(Fault.values())).stream()
            .map(state -> "`" + state + "`")
            .collect(Collectors.joining(", "))
        + ".\n";
  }
}
