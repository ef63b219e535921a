package dev.meshsim.report.document;

import dev.meshsim.report.document.template.Directive;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario that a template names.
 *
 * @param name the name that the template gives it
 * @param file the file, relative to the template
 * @param options the options dialect, suite and seed, if they are given
 * @param directive the placeholder that names it
 */
public record RunRequest(
    String name, String file, Map<String, Directive.Word> options, Directive directive) {

  /** Copies and sorts. */
  public RunRequest {
    options = new TreeMap<>(options);
  }

  static RunRequest of(Directive directive) {
    return new RunRequest(
        directive.words().get(0).text(),
        directive.words().get(1).text(),
        directive.options(),
        directive);
  }
}
