package dev.meshsim.scenario;

import dev.meshsim.scenario.yaml.Place;

/**
 * An expectation of a step, which its outcome has to show.
 *
 * @param place where it is written
 * @param form its form in the table of steps
 * @param text the expectation as written, spaces folded: {@code 2 devices}
 */
public record Expectation(Place place, ExpectForm form, String text) {

  /** The words after the form's fixed beginning: {@code 409} of {@code refused 409}. */
  public String argument() {
    return form.argumentOf(text);
  }
}
