package dev.meshsim.scenario.yaml;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Quote;

/**
 * A problem of a scenario file.
 *
 * @param place the file, line and column
 * @param code the kind
 * @param text the problem and the accepted form, one line
 * @param hint the next step, one line
 */
public record Problem(Place place, ErrorCode code, String text, String hint) {

  /** Two lines, as on standard error: the place and the problem, then the hint. */
  public String lines() {
    return Quote.of(place + ": " + text) + "\nhint: " + Quote.of(hint);
  }
}
