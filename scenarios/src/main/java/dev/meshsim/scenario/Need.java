package dev.meshsim.scenario;

import java.util.Locale;

/** Something that a case needs of its surroundings, besides machines, portals and their stores. */
public enum Need {
  /** Time that passes when the scenario says so. */
  CLOCK("a clock that a step moves on"),
  /** Programs that are stopped and started again over the data that they leave. */
  RESTART("programs that are stopped and started again"),
  /** A store that is filled or copied outside of the program. */
  STORE("a store that is filled or copied from outside"),
  /** A network or disk that fails when the scenario says so. */
  FAULT("a network or a disk that fails"),
  /** Stores on a disk whose faults the scenario decides. */
  DISK("stores on a simulated disk: `file`, `registry` or `memory`"),
  /** Portals that make checkpoints of their logs. */
  LOG("portals that make checkpoints of their logs"),
  /** The dialect that the file fixes. */
  DIALECT("one dialect, since the file fixes it, its suite or its logs");

  private final String meaning;

  Need(String meaning) {
    this.meaning = meaning;
  }

  /** The word that lists of cases show. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The need in a few words, for the reference. */
  public String meaning() {
    return meaning;
  }
}
