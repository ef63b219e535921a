package dev.meshsim.benchmark.share;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The benchmarked implementations agree; the constructor compares all of them on every subset. */
class SplitSecretsTest {

  @Test
  void allImplementationsRecoverTheSecretFromEverySubset() {
    SplitSecrets split = new SplitSecrets(16, 3, 5);
    assertEquals(10, split.ours.size());
    for (int i = 1; i <= 25; i++) {
      assertEquals(i % 10, split.next());
    }
  }
}
