package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.AllOracles;
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
 * @param oracles the names of the oracles that watch, with commas, or {@code all}
 */
record Setting(int budget, String dialect, String store, String faults, String oracles) {

  static final String ALL = "all";
  static final String NONE = "none";

  /** Sixty seeds in memory, with all faults. */
  static final Setting USUAL = new Setting(60, "mesh", RunStore.MEMORY, ALL, ALL);

  /** The usual ones without faults. */
  static final Setting CALM = USUAL.meeting(NONE);

  /** These with other faults. */
  Setting meeting(String names) {
    return new Setting(budget, dialect, store, names, oracles);
  }

  /** These in another dialect. */
  Setting in(String other) {
    return new Setting(budget, other, store, faults, oracles);
  }

  /** These with stores of another kind. */
  Setting storedIn(String other) {
    return new Setting(budget, dialect, other, faults, oracles);
  }

  /** These with another budget. */
  Setting within(int seeds) {
    return new Setting(seeds, dialect, store, faults, oracles);
  }

  /** These with only some oracles, where others speak first. */
  Setting watchedBy(String names) {
    return new Setting(budget, dialect, store, faults, names);
  }

  /** The oracles of a text as {@link #oracles} has it. */
  static List<String> oraclesOf(String names) {
    return names.equals(ALL) ? AllOracles.names() : List.of(names.split(","));
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
