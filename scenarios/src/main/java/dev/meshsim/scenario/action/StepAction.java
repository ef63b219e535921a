package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Step;

/** The action of a step: its call of the API. */
@FunctionalInterface
public interface StepAction {

  /**
   * Makes the call and describes its outcome.
   *
   * @throws dev.meshsim.error.MeshException if the call fails; the runner turns it into sentences
   */
  Observation run(Stage stage, Step step);
}
