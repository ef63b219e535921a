package dev.meshsim.scenario;

import dev.meshsim.scenario.yaml.Place;

/**
 * Something a step's outcome has to show.
 *
 * @param place where it is written
 * @param form which form of the table it follows
 * @param text the expectation as written, spaces folded: {@code 2 devices}
 */
public record Expectation(Place place, ExpectForm form, String text) {

  /** The words after the form's fixed beginning: {@code 409} of {@code refused 409}. */
  public String argument() {
    return form.argumentOf(text);
  }
}
