package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.transparency.service.CheckpointPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key {@code checkpoints} of a scenario: read, refused, and written with a plan. */
class CheckpointsKeyTest {

  private static Scenario read(String text) {
    return ScenarioReader.read("test", "test.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Scenario with(String key) {
    return read("purpose: x\nmachines: [a]\nportal: b.com\n" + key + "steps: [createDevice: a]\n");
  }

  @Test
  void withoutItPortalsMakeNone() {
    assertEquals(Optional.empty(), with("").log());
    assertEquals(List.of(), List.copyOf(with("").needs()));
  }

  @Test
  void itIsATimeOrEachRequest() {
    Scenario timed = with("checkpoints: 5 minutes\n");
    assertEquals(
        Optional.of(LogSetting.alone(new CheckpointPolicy(1000, Duration.ofMinutes(5)))),
        timed.log());
    assertEquals(List.of(Need.LOG), List.copyOf(timed.needs()));
    assertEquals(
        Optional.of(LogSetting.alone(new CheckpointPolicy(1, Duration.ZERO))),
        with("checkpoints: each request\n").log());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sometimes", "0 minutes", "Each request", "[1 minute]", "5"})
  void anythingElseIsRefusedInItsPlace(String value) {
    ScenarioException failure =
        assertThrows(ScenarioException.class, () -> with("checkpoints: " + value + "\n"));
    String problem = failure.problem();
    assertTrue(problem.contains("test.yaml:4:14"), problem);
    assertTrue(
        problem.contains("checkpoints takes a time such as 1 minute, or each request"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"each request", "90 seconds", "8 days"})
  void aPlanIsReadBackWithIt(String value) {
    Scenario plan = with("checkpoints: " + value + "\n");
    Scenario back = read(PlanWriter.yaml(plan, "A plan.", List.of(), Map.of()));
    assertEquals(plan.log(), back.log());
  }
}
