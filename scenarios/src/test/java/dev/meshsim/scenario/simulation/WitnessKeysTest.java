package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.reader.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of a scenario about those who watch its portals' logs. */
class WitnessKeysTest {

  private static final String STEP = "  - createDevice: desktop\n";

  private static Scenario with(String keys, String steps) {
    String text =
        "purpose: A test.\nmachines: [desktop, phone]\nportal: [example.com, second.example]\n"
            + keys
            + "steps:\n"
            + steps;
    return ScenarioReader.read("test", "test.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theyAreNumbersAndATime() {
    LogSetting setting =
        with("checkpoints: 1 minute\nwitnesses: 2 of 3\npeers: 1 hour\n", STEP).log().orElseThrow();
    assertEquals(Optional.of(new LogSetting.Witnesses(2, 3)), setting.witnesses());
    assertEquals(Optional.of(Duration.ofHours(1)), setting.exchange());
    assertTrue(setting.isWatched());
  }

  @ParameterizedTest
  @CsvSource({
    "'witnesses: 2 of 3\n', witnesses look at checkpoints",
    "'peers: 1 hour\n', peers look at checkpoints",
    "'checkpoints: 1 minute\nwitnesses: 4 of 3\n', witnesses takes K of N",
    "'checkpoints: 1 minute\nwitnesses: 3\n', witnesses takes K of N",
    "'checkpoints: 1 minute\nwitnesses: [w1]\n', witnesses takes K of N",
    "'checkpoints: 1 minute\nwitnesses: 10 of 12\n', witnesses takes K of N",
    "'checkpoints: 1 minute\npeers: often\n', peers takes the time"
  })
  void anythingElseIsRefused(String keys, String problem) {
    String told =
        assertThrows(ScenarioException.class, () -> with(keys.replace("\\n", "\n"), STEP))
            .problem();
    assertTrue(told.contains(problem), told);
  }

  @ParameterizedTest
  @CsvSource({
    "'  - witness: w4\n    is: away\n', there is no witness w4; there are 3",
    "'  - witness: w0\n    is: away\n', a witness",
    "'  - witness: w1\n    is: awya\n', one of well, away, corrupt"
  })
  void aWitnessIsOneThatThereIs(String steps, String problem) {
    String keys = "checkpoints: 1 minute\nwitnesses: 2 of 3\n";
    String told =
        assertThrows(ScenarioException.class, () -> with(keys, steps.replace("\\n", "\n")))
            .problem();
    assertTrue(told.contains(problem), told);
  }

  @Test
  void nobodyNoticesWhatNobodyLooksAt() {
    String step = "  - noticed: example.com\n";
    String told =
        assertThrows(ScenarioException.class, () -> with("checkpoints: 1 minute\n", step))
            .problem();
    assertTrue(told.contains("nobody looks at the portals' logs"), told);
  }

  /** Portals take turns only where they have somebody to ask. */
  @Test
  void aPortalTakesTurnsIfItsLogIsWatched() {
    String steps =
        "  - atOnce: 2\n    order: [example.com, desktop]\n" + STEP + "  - createDevice: phone\n";
    with("checkpoints: 1 minute\nwitnesses: 1 of 1\n", steps);
    String told =
        assertThrows(ScenarioException.class, () -> with("checkpoints: 1 minute\n", steps))
            .problem();
    assertTrue(told.contains("none of the steps at once is of example.com"), told);
  }

  @Test
  void aPlanIsReadBackWithThem() {
    Scenario plan = with("checkpoints: 1 minute\nwitnesses: 2 of 3\npeers: 90 seconds\n", STEP);
    String text = PlanWriter.yaml(plan, "A plan.", List.of(), Map.of());
    Scenario back = ScenarioReader.read("test", "test.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(plan.log(), back.log());
  }
}
