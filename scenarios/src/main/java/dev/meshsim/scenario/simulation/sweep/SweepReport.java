package dev.meshsim.scenario.simulation.sweep;

import dev.meshsim.json.MeshJson;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.sim.oracle.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The totals and findings of a sweep, as {@code simulate --format json} prints them. It has no real
 * time, so that the same seeds give the same octets on every machine.
 *
 * @param commit the commit of the sources, or {@code unknown}
 * @param seeds the number of seeds
 * @param operations how often each operation was done
 * @param faults how often each fault happened
 * @param reached how often each state was reached that many seeds together should reach
 * @param neverReached those of these states that no seed has reached
 * @param neverHappened the faults in use that never happened
 * @param events the number of events
 * @param virtualMillis the time that passed in all simulated worlds, in milliseconds
 * @param digest the digest over the digests of all seeds, in order
 * @param findings what the oracles found, in the order of the seeds
 * @param notRepeatable the seeds that two runs did not do alike
 */
public record SweepReport(
    String commit,
    long seeds,
    SortedMap<String, Integer> operations,
    SortedMap<String, Integer> faults,
    SortedMap<String, Integer> reached,
    List<String> neverReached,
    List<String> neverHappened,
    long events,
    long virtualMillis,
    String digest,
    List<Found> findings,
    List<Long> notRepeatable) {

  /**
   * An oracle's no.
   *
   * @param seed the seed
   * @param oracle the oracle's name
   * @param event the number of the event at which it was found, counted from 1
   * @param what what was found, one sentence
   * @param file the name of the scenario that repeats it, in the directory of the findings; only
   *     the first of a seed has one
   */
  public record Found(long seed, String oracle, long event, String what, @Nullable String file) {}

  /**
   * The report of an ensemble whose digest was not asked for yet.
   *
   * @param found the records with violations, in the order of their seeds
   */
  public static SweepReport of(
      String commit, Ensemble ensemble, List<SeedRecord> found, List<Long> notRepeatable) {
    List<Found> findings = new ArrayList<>();
    for (SeedRecord record : found) {
      @Nullable String file = record.file() == null ? null : record.file().name();
      for (Violation violation : record.violations()) {
        findings.add(
            new Found(
                record.seed(), violation.oracle(), violation.event(), violation.what(), file));
        file = null;
      }
    }
    return new SweepReport(
        commit,
        ensemble.seeds(),
        ensemble.operations(),
        ensemble.faults(),
        ensemble.reached(),
        ensemble.neverReached(),
        ensemble.neverHappened(),
        ensemble.events(),
        ensemble.virtual().toMillis(),
        ensemble.digest(),
        List.copyOf(findings),
        List.copyOf(notRepeatable));
  }

  /** The exit code: 1 after a finding, 4 if a state was never reached that had to be, else 0. */
  public int exitCode(boolean requireSometimes) {
    if (!findings.isEmpty() || !notRepeatable.isEmpty()) {
      return 1;
    }
    return requireSometimes && !(neverReached.isEmpty() && neverHappened.isEmpty()) ? 4 : 0;
  }

  /** The number of seeds with a finding, or that are not repeatable. */
  public long seedsWithFindings() {
    return Stream.concat(findings.stream().map(Found::seed), notRepeatable.stream())
        .distinct()
        .count();
  }

  /** The lines for a person that follow the totals. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!neverReached.isEmpty()) {
      lines.add("never reached: " + String.join(", ", neverReached));
    }
    if (!neverHappened.isEmpty()) {
      lines.add("never happened: " + String.join(", ", neverHappened));
    }
    lines.add("digest " + digest);
    long count = seedsWithFindings();
    lines.add(
        count == 0 ? "no finding" : count + (count == 1 ? " seed" : " seeds") + " with findings");
    return lines;
  }

  /** The report as one line of JSON. */
  public String json() {
    return MeshJson.write(this).utf8();
  }
}
