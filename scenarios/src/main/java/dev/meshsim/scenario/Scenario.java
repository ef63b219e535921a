package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import java.util.List;
import java.util.Set;

/**
 * A scenario, checked against the table of steps.
 *
 * @param name the file's base name without the extension
 * @param file the file as the user named it
 * @param purpose one line
 * @param machines the simulated machines
 * @param portals the domains of the portals, at least one
 * @param dialect the dialect of everything that is written
 * @param suite the algorithms of every profile, one that the dialect has
 * @param fixed the keys among {@code dialect}, {@code suite} and {@code logs} that the file has
 * @param logs the log files with the portal's first records, relative to the file's directory
 * @param steps in order
 * @param digest SHA-256 of the file, lower-case hexadecimal
 */
public record Scenario(
    String name,
    String file,
    String purpose,
    List<String> machines,
    List<String> portals,
    Dialect dialect,
    Suite suite,
    Set<String> fixed,
    List<String> logs,
    List<Step> steps,
    String digest) {

  /** The most portals of a scenario. */
  public static final int MOST_PORTALS = 8;

  /** Copies the lists. */
  public Scenario {
    machines = List.copyOf(machines);
    portals = List.copyOf(portals);
    fixed = Set.copyOf(fixed);
    logs = List.copyOf(logs);
    steps = List.copyOf(steps);
  }

  /** The domain of the first portal. */
  public String portal() {
    return portals.get(0);
  }
}
