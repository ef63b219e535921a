package dev.meshsim.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.console.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

  @Test
  void attemptsWithOneDigestAreAlikeAndOthersAreNamed() {
    assertEquals(List.of(), Attempts.differences(List.of("0 0 aa", "1 0 bb", "1 1 bb")));
    List<String> differences = Attempts.differences(List.of("0 0 aa", "1 0 bb", "1 1 cc"));
    assertEquals(
        List.of("part 1 is not repeatable: its attempts 0 and 1 have the digests bb and cc"),
        differences);
  }

  @Test
  void optionsOfTheSimulationAreSentAsWritten() {
    assertEquals(
        List.of("--faults", "answer lost,disk full", "--store=file", "--population", "2"),
        SweepOptions.drawn(
            List.of(
                "--seeds",
                "1..9",
                "--faults",
                "answer lost,disk full",
                "--twice",
                "--store=file",
                "--population",
                "2",
                "--out",
                "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://", "spark://host", "spark://host:x", "spark://host:70000"})
  void addressesWithoutAPortAreRefused(String master) {
    InputException refused =
        assertThrows(InputException.class, () -> Masters.requireReachable(master));
    assertTrue(refused.problem().startsWith("--master: no "), refused.problem());
  }

  @Test
  void otherKindsOfMastersAreSparks() {
    Masters.requireReachable("local[2]");
    Masters.requireReachable("yarn");
    Masters.requireReachable("k8s://https://127.0.0.1:1");
  }
}
