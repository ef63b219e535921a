package dev.meshsim.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is measured gives right answers; making it checks every subset against every peer. */
class SplitSecretsTest {

  @Test
  void everybodyRecoversTheSameSecretFromEverySubset() {
    SplitSecrets split = new SplitSecrets(16, 3, 5);
    assertEquals(10, split.ours.size());
    for (int i = 1; i <= 25; i++) {
      assertEquals(i % 10, split.next());
    }
  }
}
