package dev.meshsim.report.transcript;

import dev.meshsim.report.TracedExchange;
import java.util.List;

/**
 * What a transcript is written from.
 *
 * @param scenario the scenario's name
 * @param purpose its purpose line
 * @param portal the portal's domain
 * @param dialect what everything is written in
 * @param suite the algorithms
 * @param seed the run's seed
 * @param exchanges every exchange, in order
 * @param displays what the scenario asks to have printed besides
 */
public record TranscriptSource(
    String scenario,
    String purpose,
    String portal,
    String dialect,
    String suite,
    long seed,
    List<TracedExchange> exchanges,
    List<Display> displays) {

  /** Copies the lists. */
  public TranscriptSource {
    exchanges = List.copyOf(exchanges);
    displays = List.copyOf(displays);
  }
}
