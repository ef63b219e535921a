package dev.meshsim.scenario.simulation.sweep;

import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.SeedRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parts of a sweep, merged in the order of their seeds.
 *
 * @param seeds all seeds of the sweep
 * @param parts the parts, in order
 */
public record Sweep(SeedRange seeds, List<SweepPart> parts) {

  /**
   * Merges the parts.
   *
   * @throws IllegalStateException if a seed is missing, is there twice, or is not of the range
   */
  public static Sweep of(SeedRange seeds, List<SweepPart> parts) {
    List<SweepPart> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(SweepPart::part));
    Sweep sweep = new Sweep(seeds, List.copyOf(ordered));
    long next = seeds.first();
    for (SeedRecord record : sweep.records()) {
      if (record.seed() != next) {
        throw new IllegalStateException(
            "the parts have seed " + record.seed() + " where seed " + next + " follows");
      }
      next++;
    }
    if (next != seeds.last() + 1) {
      throw new IllegalStateException("the parts end before seed " + next);
    }
    return sweep;
  }

  /** The records of all seeds, in order. */
  public List<SeedRecord> records() {
    return parts.stream().flatMap(part -> part.records().stream()).toList();
  }

  /** The records with violations, in order. */
  public List<SeedRecord> found() {
    return records().stream().filter(record -> !record.violations().isEmpty()).toList();
  }

  /** The parts that needed more than one attempt. */
  public List<SweepPart> retried() {
    return parts.stream().filter(part -> part.attempt() > 0).toList();
  }

  /** Adds all seeds to totals. */
  public void addTo(Ensemble ensemble) {
    records().forEach(ensemble::add);
  }
}
