package dev.meshsim.report.document.template;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Quote;

/**
 * A problem of a template.
 *
 * @param place where it is
 * @param code the kind
 * @param text the problem and what would be accepted, one line
 * @param hint the next step, one line
 */
public record DocumentProblem(TemplatePlace place, ErrorCode code, String text, String hint) {

  /** Two lines, as on standard error: the place and the problem, then the hint. */
  public String lines() {
    return Quote.of(place + ": " + text) + "\nhint: " + Quote.of(hint);
  }
}
