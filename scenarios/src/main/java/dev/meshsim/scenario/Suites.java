package dev.meshsim.scenario;

import java.util.List;

/** The names of the algorithm suites that a scenario may choose from. */
public final class Suites {

  /** The suite of a scenario that names none. */
  public static final String DEFAULT = "Ed25519";

  private static final List<String> NAMES =
      List.of("Ed25519", "Ed448", "P-256", "RSA-2048", "RSA-3072", "RSA-4096");

  private Suites() {}

  /** Every name, the default first. */
  public static List<String> names() {
    return NAMES;
  }
}
