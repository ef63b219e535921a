package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.reader.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that repeats a run has the run's options. */
class RunOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml",
    "-a.yaml, ./-a.yaml",
    "@a.yaml, ./@a.yaml",
    "dir/-a.yaml, dir/-a.yaml",
    "a b.yaml, 'a b.yaml'"
  })
  void aFileNameIsNoOption(String file, String word) {
    byte[] text = (ScenarioText.HEAD + ScenarioText.ALICE).getBytes(StandardCharsets.UTF_8);
    Scenario scenario = ScenarioReader.read("a", file, text);
    assertEquals(
        List.of("bin/mesh-sim", "run", word, "--seed", "20190404"),
        RunOptions.DEFAULT
            .repeat(Case.of("x", List.of(scenario)).get(0), RunOptions.DEFAULT_STORE)
            .words());
  }
}
