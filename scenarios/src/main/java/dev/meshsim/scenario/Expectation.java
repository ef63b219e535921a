package dev.meshsim.scenario;

import dev.meshsim.scenario.yaml.Place;

/**
 * An expectation of a step, which its outcome has to show.
 *
 * @param place where it is written
 * @param form its form in the table of steps
 * @param text the expectation as written, spaces folded: {@code 2 devices}, {@code not 2 devices}
 */
public record Expectation(Place place, ExpectForm form, String text) {

  private static final String NOT = "not ";

  /** The text without a leading {@code not}. */
  public static String withoutNot(String text) {
    return text.startsWith(NOT) ? text.substring(NOT.length()) : text;
  }

  /** True if it holds when the outcome does not show {@link #sentence()}. */
  public boolean negated() {
    return text.startsWith(NOT) && !form.matches(text);
  }

  /** The sentence that the outcome has to show, or must not show. */
  public String sentence() {
    return negated() ? withoutNot(text) : text;
  }

  /** The expectation as a report shows it: a secret is named by its place. */
  public String shown() {
    String plain = form.isSecret() ? form.hiding("of " + place) : sentence();
    return negated() ? NOT + plain : plain;
  }

  /** The words after the form's fixed beginning: {@code 409} of {@code refused 409}. */
  public String argument() {
    return form.argumentOf(sentence());
  }
}
