package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Step;

/** The actions that copy the stores of machines and portals, and put copies back. */
final class BackupActions {

  private BackupActions() {}

  static Observation copy(Stage stage, Step step) {
    stage.copy(step.actor(), step.values().text("to"));
    return Observation.ok();
  }

  static Observation backup(Stage stage, Step step) {
    stage.backup(step.actor());
    return Observation.ok();
  }

  static Observation restore(Stage stage, Step step) {
    stage.restore(step.actor());
    return Observation.ok();
  }

  static Observation backupPortal(Stage stage, Step step) {
    stage.backupPortal(step.values().text("backupPortal"));
    return Observation.ok();
  }

  static Observation restorePortal(Stage stage, Step step) {
    stage.restorePortal(step.values().text("restorePortal"));
    return Observation.ok();
  }
}
