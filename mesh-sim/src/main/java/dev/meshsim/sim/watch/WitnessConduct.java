package dev.meshsim.sim.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways in which a witness of a simulation may behave. */
public enum WitnessConduct {
  /** It keeps to the rules. */
  WELL("well"),
  /** It does not answer. */
  AWAY("away"),
  /** It cosigns whatever it is asked to cosign. */
  CORRUPT("corrupt");

  private final String label;

  WitnessConduct(String label) {
    this.label = label;
  }

  /** The word of scenarios. */
  public String label() {
    return label;
  }

  /** The words of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(WitnessConduct::label).toList();
  }

  /** The conduct of a word. */
  public static Optional<WitnessConduct> named(String label) {
    return Arrays.stream(values()).filter(row -> row.label.equals(label)).findFirst();
  }
}
