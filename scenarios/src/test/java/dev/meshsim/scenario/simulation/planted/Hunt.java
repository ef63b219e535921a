package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.scenario.simulation.Finding;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationResult;
import dev.meshsim.scenario.simulation.SimulationSettings;
import dev.meshsim.sim.oracle.AllOracles;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Runs seeds until an oracle speaks. Made in the loader of a defect, it is called through types of
 * the Java runtime: of strings it makes strings.
 */
public final class Hunt implements Function<List<String>, List<String>> {

  /** The operations of a person: short runs, of which there can be many. */
  private static final int OPERATIONS = 60;

  /** Has no state. */
  public Hunt() {}

  /**
   * Hunts.
   *
   * @param in the first and the last seed, the dialect, the store, the faults, {@code true} to run
   *     each seed twice, {@code true} to shrink, the directory, the commit for the file, the lies
   *     of portals, their logs, and the number of people
   * @return the oracle, the seed, the number of steps, that after shrinking or 0, what the oracle
   *     said, and the file of the smallest plan or an empty text; nothing if none spoke
   */
  @Override
  public List<String> apply(List<String> in) {
    long last = Long.parseLong(in.get(1));
    boolean twice = Boolean.parseBoolean(in.get(5));
    boolean shrink = Boolean.parseBoolean(in.get(6));
    Simulation simulation = new Simulation(settings(in), Path.of(in.get(7)), 1);
    for (long seed = Long.parseLong(in.get(0)); seed <= last; seed++) {
      SimulationResult result = simulation.generate(seed);
      if (!result.violations().isEmpty()) {
        return found(simulation, result, shrink, in.get(8));
      }
      if (twice && !simulation.generate(seed).digest().equals(result.digest())) {
        int steps = result.plan().steps().size();
        return List.of(Defect.TWICE, seed + "", steps + "", "0", "their digests differ", "");
      }
    }
    return List.of();
  }

  private static List<String> found(
      Simulation simulation, SimulationResult result, boolean shrink, String commit) {
    var violation = result.violations().get(0);
    int before = result.plan().steps().size();
    int after = 0;
    String file = "";
    if (shrink) {
      Finding finding = simulation.shrink(result, commit);
      file = finding.file().orElse("");
      after = file.isEmpty() ? 0 : finding.smallest().plan().steps().size();
    }
    return List.of(
        violation.oracle(), result.seed() + "", before + "", after + "", violation.what(), file);
  }

  private static SimulationSettings settings(List<String> in) {
    Dialect dialect = Dialect.named(in.get(2));
    return new SimulationSettings(
        dialect,
        Suites.defaultOf(dialect),
        in.get(3),
        Setting.faultsOf(in.get(4)),
        Setting.liesOf(in.get(9)),
        OptionalInt.of(Integer.parseInt(in.get(11))),
        OptionalInt.of(OPERATIONS),
        LogChoice.valueOf(in.get(10)),
        AllOracles.names());
  }
}
