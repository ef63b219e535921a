package dev.meshsim.report;

import java.util.List;

/**
 * Everything a scenario has sent and shown, with what a transcript says about the scenario.
 *
 * @param scenario the scenario's name
 * @param purpose its purpose line
 * @param portal the portal's domain
 * @param dialect the name of the dialect that everything is written in
 * @param suite the name of the algorithms
 * @param seed the run's seed
 * @param exchanges every exchange, in order
 * @param displays secrets that the scenario asks to have printed, in order
 */
public record ScenarioTrace(
    String scenario,
    String purpose,
    String portal,
    String dialect,
    String suite,
    long seed,
    List<TracedExchange> exchanges,
    List<Display> displays) {

  /** Copies the lists. */
  public ScenarioTrace {
    exchanges = List.copyOf(exchanges);
    displays = List.copyOf(displays);
  }
}
