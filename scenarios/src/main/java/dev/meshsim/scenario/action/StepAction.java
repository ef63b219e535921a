package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Step;

/** Makes a step's call. */
@FunctionalInterface
public interface StepAction {

  /**
   * Makes the call and says what its outcome shows.
   *
   * @throws dev.meshsim.error.MeshException if the call fails; the runner turns it into sentences
   */
  Observation run(Stage stage, Step step);
}
