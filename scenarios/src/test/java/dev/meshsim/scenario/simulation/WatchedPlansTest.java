package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.sim.oracle.AllOracles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose portals have witnesses and peers is repeated from its file, event for event. */
class WatchedPlansTest {

  private static final int SEEDS = 6;

  @Test
  void aPlanIsRepeatedExactly(@TempDir Path directory) {
    Simulation simulation =
        new Simulation(
            new SimulationSettings(
                Dialect.MESH,
                Suites.defaultOf(Dialect.MESH),
                "memory",
                List.of(),
                List.of(),
                OptionalInt.of(2),
                OptionalInt.of(15),
                LogChoice.WATCHED,
                AllOracles.names()),
            directory,
            1);
    List<String> drawn = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      SimulationResult result = simulation.generate(seed);
      String text = PlanWriter.yaml(result.plan(), "A plan.", List.of(), Map.of());
      Scenario plan =
          ScenarioReader.read(result.plan().name(), "plan", text.getBytes(StandardCharsets.UTF_8));
      SimulationResult again = simulation.repeat(seed, plan);
      drawn.add(seed + " " + result.events() + " " + result.digest());
      repeated.add(seed + " " + again.events() + " " + again.digest());
      assertEquals(List.of(), result.violations());
    }
    assertEquals(drawn, repeated);
  }
}
