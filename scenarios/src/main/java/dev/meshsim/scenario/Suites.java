package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import java.util.List;
import java.util.Optional;

/** The names of the algorithm suites that a scenario may choose from. */
public final class Suites {

  private Suites() {}

  /** The default suite of a scenario in this dialect. */
  public static Suite defaultOf(Dialect dialect) {
    return dialect.suites().get(0);
  }

  /** Every name of this dialect, the default first. */
  public static List<String> names(Dialect dialect) {
    return dialect.suites().stream().map(Suite::label).toList();
  }

  /** The suite of that name, if the dialect has it. */
  public static Optional<Suite> named(Dialect dialect, String name) {
    return dialect.suites().stream().filter(suite -> suite.label().equals(name)).findFirst();
  }
}
