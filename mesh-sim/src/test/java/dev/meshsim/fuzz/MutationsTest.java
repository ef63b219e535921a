package dev.meshsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mutations themselves: repeatable, various, and loud on a failure. */
class MutationsTest {

  private static final byte[] SAMPLE = "{\"A\":1}".getBytes(StandardCharsets.US_ASCII);

  private static Mutations seeded(long seed) {
    return Mutations.seeded(seed, "test", List.of(SAMPLE));
  }

  @Test
  void equalSeedsGiveEqualMutations() {
    Mutations first = seeded(7);
    Mutations second = seeded(7);
    for (int i = 0; i < 1000; i++) {
      assertArrayEquals(first.next(), second.next());
    }
  }

  @Test
  void inputsBecomeShorterLongerAndOther() {
    boolean shorter = false;
    boolean longer = false;
    boolean other = false;
    Mutations mutations = seeded(1);
    for (int i = 0; i < 1000; i++) {
      byte[] input = mutations.next();
      shorter |= input.length < SAMPLE.length;
      longer |= input.length > SAMPLE.length;
      other |= input.length == SAMPLE.length && !Arrays.equals(input, SAMPLE);
    }
    assertTrue(shorter && longer && other);
  }

  @Test
  void sampleStaysUnchanged() {
    byte[] sample = SAMPLE.clone();
    Mutations mutations = Mutations.seeded(1, "test", List.of(sample));
    for (int i = 0; i < 1000; i++) {
      mutations.next();
    }
    assertArrayEquals(SAMPLE, sample);
  }

  @Test
  void failureNamesSeedAndNumber() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                seeded(42)
                    .run(
                        Duration.ofSeconds(5),
                        input -> assertFalse(input.length > SAMPLE.length, "longer")));
    assertTrue(failure.getMessage().contains("-Dmeshsim.fuzz.seed=42"), failure.getMessage());
    assertTrue(failure.getMessage().contains("mutation "), failure.getMessage());
  }
}
