package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.sim.Fault;
import java.util.Arrays;
import java.util.List;

/**
 * How the seeds are run that must show a defect.
 *
 * @param budget how many seeds, from 1
 * @param dialect the name of the dialect
 * @param store the name of the machines' store
 * @param faults the names of the faults that seeds draw from, with commas; {@code all} or {@code
 *     none}
 */
record Setting(int budget, String dialect, String store, String faults) {

  static final String ALL = "all";
  static final String NONE = "none";

  /** Sixty seeds in memory, with all faults. */
  static final Setting USUAL = new Setting(60, "mesh", RunStore.MEMORY, ALL);

  /** The usual ones without faults. */
  static final Setting CALM = USUAL.meeting(NONE);

  /** These with other faults. */
  Setting meeting(String names) {
    return new Setting(budget, dialect, store, names);
  }

  /** These in another dialect. */
  Setting in(String other) {
    return new Setting(budget, other, store, faults);
  }

  /** These with stores of another kind. */
  Setting storedIn(String other) {
    return new Setting(budget, dialect, other, faults);
  }

  /** These with another budget. */
  Setting within(int seeds) {
    return new Setting(seeds, dialect, store, faults);
  }

  /** The faults of a text as {@link #faults} has it. */
  static List<Fault> faultsOf(String names) {
    return switch (names) {
      case ALL -> List.of(Fault.values());
      case NONE -> List.of();
      default ->
          Arrays.stream(names.split(",")).map(name -> Fault.named(name).orElseThrow()).toList();
    };
  }
}
