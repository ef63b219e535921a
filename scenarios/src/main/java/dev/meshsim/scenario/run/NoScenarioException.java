package dev.meshsim.scenario.run;

import dev.meshsim.error.MeshException;

/** What the user named holds no scenario. */
public final class NoScenarioException extends MeshException {

  private static final long serialVersionUID = 1L;

  NoScenarioException(String problem, String hint) {
    super("scenario.none", problem, hint);
  }
}
