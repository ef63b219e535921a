package dev.meshsim.report.html;

import dev.meshsim.report.StepResult;

/** Writes what a step expected and what it found. */
final class Problem {

  private Problem() {}

  /**
   * Writes the terms of a step that did not pass, in a list of them.
   *
   * @param most the most characters of a text that are written
   */
  static void terms(Markup page, StepResult step, int most) {
    Page.code(page, "where", step.place());
    if (step.difference().isPresent()) {
      Page.term(page, "expected", Strings.cut(step.difference().get().expected(), most));
      Page.term(page, "found", Strings.cut(step.difference().get().found(), most));
    } else {
      step.explanation().ifPresent(words -> Page.term(page, "problem", Strings.cut(words, most)));
    }
    step.info().because().ifPresent(words -> Page.term(page, "because", Strings.cut(words, most)));
  }
}
