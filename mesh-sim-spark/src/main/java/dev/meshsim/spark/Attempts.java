package dev.meshsim.spark;

import dev.meshsim.bytes.Sha256;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.sweep.SweepPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attempts of all parts as an accumulator received them: Spark may run a part again, because an
 * executor was lost or was slow, and all attempts must give the same digest.
 */
final class Attempts {

  private Attempts() {}

  /** The line of an attempt: part, attempt and digest over its seeds. */
  static String line(SweepPart part) {
    MessageDigest digest = Sha256.begin();
    for (SeedRecord record : part.records()) {
      digest.update(record.digest().getBytes(StandardCharsets.US_ASCII));
    }
    return part.part() + " " + part.attempt() + " " + HexFormat.of().formatHex(digest.digest());
  }

  /** A sentence for each part whose attempts have different digests. */
  static List<String> differences(List<String> lines) {
    Map<Integer, Map<String, String>> digests = new TreeMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      digests
          .computeIfAbsent(Integer.valueOf(words[0]), part -> new TreeMap<>())
          .putIfAbsent(words[2], words[1]);
    }
    List<String> differences = new ArrayList<>();
    digests.forEach(
        (part, found) -> {
          if (found.size() > 1) {
            differences.add(
                "part "
                    + part
                    + " is not repeatable: its attempts "
                    + String.join(" and ", found.values())
                    + " have the digests "
                    + String.join(" and ", found.keySet()));
          }
        });
    return List.copyOf(differences);
  }
}
