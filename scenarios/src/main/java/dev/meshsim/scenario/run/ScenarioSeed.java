package dev.meshsim.scenario.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Derives the seed of a scenario's world from the run's seed and the scenario's name. */
final class ScenarioSeed {

  private static final String DOMAIN = "mesh-sim scenario v1";

  private ScenarioSeed() {}

  static long of(long seed, String scenario) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      digest.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      digest.update(scenario.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-512", e);
    }
  }
}
