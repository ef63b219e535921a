package dev.meshsim.scenario.simulation;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.sim.oracle.Violation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of one seed as data that can be sent to another process: counts, digest and findings,
 * without the plan.
 *
 * @param seed the seed
 * @param operations how often each operation was done
 * @param faults how often each fault happened
 * @param reached how often each state was reached that is meant to be, by its name
 * @param virtualMillis the time that passed in the simulated world, in milliseconds
 * @param events the number of events
 * @param digest the SHA-256 digest of all events, in hexadecimal
 * @param violations what the oracles found
 * @param file the scenario that repeats the first violation; null if there is none, or if its plan
 *     shows it only while it is drawn
 */
public record SeedRecord(
    long seed,
    SortedMap<String, Integer> operations,
    SortedMap<String, Integer> faults,
    SortedMap<String, Integer> reached,
    long virtualMillis,
    int events,
    String digest,
    List<Violation> violations,
    @Nullable FindingFile file) {

  /**
   * The scenario file of a finding.
   *
   * @param name the file's name
   * @param text its YAML
   * @param steps the number of steps before the shrinking
   * @param smallest the number after it
   * @param runs how many runs the shrinking took
   */
  public record FindingFile(String name, String text, int steps, int smallest, int runs) {

    /** The number of steps before and after the shrinking. */
    public String sizes() {
      return steps + " steps, shrunk to " + smallest + " in " + runs + " runs";
    }
  }

  /** Copies the collections. */
  public SeedRecord {
    operations = new TreeMap<>(operations);
    faults = new TreeMap<>(faults);
    reached = new TreeMap<>(reached);
    violations = List.copyOf(violations);
  }

  /** The record of a result, without a file. */
  public static SeedRecord of(SimulationResult result) {
    return of(result, null);
  }

  /** The record of a result whose first violation was shrunk. */
  public static SeedRecord of(Finding finding) {
    return of(
        finding.result(),
        finding
            .file()
            .map(
                text ->
                    new FindingFile(
                        finding.fileName(),
                        text,
                        finding.result().plan().steps().size(),
                        finding.smallest().plan().steps().size(),
                        finding.runs()))
            .orElse(null));
  }

  private static SeedRecord of(SimulationResult result, @Nullable FindingFile file) {
    return new SeedRecord(
        result.seed(),
        result.operations(),
        result.faults(),
        result.reached(),
        result.virtual().toMillis(),
        result.events(),
        result.digest(),
        result.violations(),
        file);
  }

  /** Reads what {@link #json} wrote. */
  public static SeedRecord read(String json) {
    return MeshJson.read(Bytes.utf8(json), SeedRecord.class);
  }

  /** The record as one line of JSON. */
  public String json() {
    return MeshJson.write(this).utf8();
  }

  @Override
  public SortedMap<String, Integer> operations() {
    return new TreeMap<>(operations);
  }

  @Override
  public SortedMap<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  @Override
  public SortedMap<String, Integer> reached() {
    return new TreeMap<>(reached);
  }

  /** Adds the counts of a map to those of another. */
  static void add(Map<String, Integer> counts, Map<String, Integer> sums) {
    counts.forEach((name, count) -> sums.merge(name, count, Integer::sum));
  }
}
