package dev.meshsim.scenario.action;

import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Step;

/** The actions on what surrounds the machines. */
final class SurroundingActions {

  private SurroundingActions() {}

  static Observation pass(Stage stage, Step step) {
    stage.pass(DurationText.parse(step.values().text("wait")).orElseThrow());
    return Observation.ok();
  }

  static Observation restart(Stage stage, Step step) {
    stage.restart(step.actor());
    return Observation.ok();
  }

  static Observation restartPortal(Stage stage, Step step) {
    stage.restartPortal(step.values().text("restartPortal"));
    return Observation.ok();
  }

  static Observation away(Stage stage, Step step) {
    stage.portal(step.values().text("away")).away(true);
    return Observation.ok();
  }

  static Observation back(Stage stage, Step step) {
    stage.portal(step.values().text("back")).away(false);
    return Observation.ok();
  }
}
