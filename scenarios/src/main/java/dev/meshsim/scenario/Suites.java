package dev.meshsim.scenario;

import dev.meshsim.jose.Suite;
import java.util.Arrays;
import java.util.List;

/** The names of the algorithm suites that a scenario may choose from. */
public final class Suites {

  /** The suite of a scenario that names none. */
  public static final String DEFAULT = Suite.ED25519.label();

  private static final List<String> NAMES =
      Arrays.stream(Suite.values()).map(Suite::label).toList();

  private Suites() {}

  /** Every name, the default first. */
  public static List<String> names() {
    return NAMES;
  }
}
