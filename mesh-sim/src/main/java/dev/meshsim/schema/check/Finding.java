package dev.meshsim.schema.check;

import dev.meshsim.error.Quote;

/**
 * A part of a text that is not as the schema says.
 *
 * @param place file, line and column, and those within the texts that are one in the other
 * @param problem what is there and what is expected; one line
 * @param hint the next step, mostly the nearest name; one line, or empty
 */
public record Finding(String place, String problem, String hint) {

  /** Escapes whatever would break a line. */
  public Finding {
    place = Quote.of(place);
    problem = Quote.of(problem);
    hint = Quote.of(hint);
  }

  /** One line with the place, the problem and the hint. */
  @Override
  public String toString() {
    return place + ": " + problem + (hint.isEmpty() ? "" : "; " + hint);
  }
}
