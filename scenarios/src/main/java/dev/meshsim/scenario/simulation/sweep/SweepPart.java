package dev.meshsim.scenario.simulation.sweep;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * The result of one part of a sweep, run by one attempt of one process.
 *
 * @param part the number of the part, from 0
 * @param attempt the number of the attempt, from 0
 * @param place where it ran, in words for a person
 * @param java the version of the JVM that ran it
 * @param records the records of its seeds, in order
 */
public record SweepPart(
    int part, int attempt, String place, String java, List<SeedRecord> records) {

  /** Copies the list. */
  public SweepPart {
    records = List.copyOf(records);
  }

  /**
   * Runs the seeds of a part one after another, and shrinks the findings.
   *
   * @param commit the commit of the sources, for the files of findings
   * @param stopped asked before each seed; true ends the part
   * @throws IllegalStateException if the part was stopped
   */
  public static List<SeedRecord> run(
      Simulation simulation, SeedRange seeds, String commit, BooleanSupplier stopped) {
    List<SeedRecord> records = new ArrayList<>();
    simulation.run(
        LongStream.rangeClosed(seeds.first(), seeds.last()),
        stopped,
        result ->
            records.add(
                result.violations().isEmpty()
                    ? SeedRecord.of(result)
                    : SeedRecord.of(simulation.shrink(result, commit))));
    if (records.size() != seeds.count()) {
      throw new IllegalStateException(
          "the part was stopped after " + records.size() + " of " + seeds.count() + " seeds");
    }
    return List.copyOf(records);
  }

  /** Reads what {@link #json} wrote. */
  public static SweepPart read(String json) {
    return MeshJson.read(Bytes.utf8(json), SweepPart.class);
  }

  /** The part as one line of JSON. */
  public String json() {
    return MeshJson.write(this).utf8();
  }

  /** The place and the JVM, in words for a person. */
  public String where() {
    return place + " (JVM " + java + ", attempt " + attempt + ")";
  }
}
