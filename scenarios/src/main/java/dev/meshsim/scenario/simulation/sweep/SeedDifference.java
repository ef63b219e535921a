package dev.meshsim.scenario.simulation.sweep;

import dev.meshsim.scenario.simulation.SeedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seed that two runs did not do alike.
 *
 * @param seed the seed
 * @param first where its first run was, in words for a person
 * @param firstDigest the digest of that run
 * @param second where its second run was
 * @param secondDigest the digest of that run
 */
public record SeedDifference(
    long seed, String first, String firstDigest, String second, String secondDigest) {

  /** Compares the seeds that two runs share, by their digests. */
  public static List<SeedDifference> between(List<SweepPart> first, List<SweepPart> second) {
    record Run(String where, String digest) {}
    Map<Long, Run> known = new HashMap<>();
    for (SweepPart part : first) {
      part.records().forEach(one -> known.put(one.seed(), new Run(part.where(), one.digest())));
    }
    List<SeedDifference> differences = new ArrayList<>();
    for (SweepPart part : second) {
      for (SeedRecord record : part.records()) {
        @Nullable Run earlier = known.get(record.seed());
        if (earlier != null && !earlier.digest().equals(record.digest())) {
          differences.add(
              new SeedDifference(
                  record.seed(), earlier.where(), earlier.digest(), part.where(), record.digest()));
        }
      }
    }
    return List.copyOf(differences);
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + " is not repeatable: digest "
        + firstDigest.substring(0, Math.min(16, firstDigest.length()))
        + " on "
        + first
        + ", "
        + secondDigest.substring(0, Math.min(16, secondDigest.length()))
        + " on "
        + second;
  }
}
