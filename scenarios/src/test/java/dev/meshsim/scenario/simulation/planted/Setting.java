package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.scenario.log.LogChoice;
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
 * @param lies the names of the lies of portals, likewise
 * @param people how many people there are
 * @param logs the verifiable logs of the portals
 */
record Setting(
    int budget,
    String dialect,
    String store,
    String faults,
    String lies,
    int people,
    LogChoice logs) {

  static final String ALL = "all";
  static final String NONE = "none";

  /** Sixty seeds in memory, with all faults. */
  static final Setting USUAL =
      new Setting(60, "mesh", RunStore.MEMORY, ALL, NONE, 1, LogChoice.NONE);

  /** The usual ones without faults. */
  static final Setting CALM = USUAL.meeting(NONE);

  /** These with other faults. */
  Setting meeting(String names) {
    return new Setting(budget, dialect, store, names, lies, people, logs);
  }

  /** These in another dialect. */
  Setting in(String other) {
    return new Setting(budget, other, store, faults, lies, people, logs);
  }

  /** These with stores of another kind. */
  Setting storedIn(String other) {
    return new Setting(budget, dialect, other, faults, lies, people, logs);
  }

  /** These with another budget. */
  Setting within(int seeds) {
    return new Setting(seeds, dialect, store, faults, lies, people, logs);
  }

  /** These with lies of portals whose logs are watched. */
  Setting lying(String names) {
    return new Setting(budget, dialect, store, faults, names, people, LogChoice.WATCHED);
  }

  /** These with lies of portals whose logs nobody watches but the clients. */
  Setting lyingAlone(String names) {
    return new Setting(budget, dialect, store, faults, names, people, LogChoice.ALONE);
  }

  /** These with so many people. */
  Setting with(int number) {
    return new Setting(budget, dialect, store, faults, lies, number, logs);
  }

  /** The lies of a text as {@link #lies} has it. */
  static List<String> liesOf(String names) {
    return names.equals(NONE) ? List.of() : List.of(names.split(","));
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
