package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;

/** A run that cannot begin; one nested class for each reason. */
public abstract class RunException extends MeshException {

  private static final long serialVersionUID = 1L;

  RunException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** What the user named holds no scenario. */
  public static final class NoScenario extends RunException {

    private static final long serialVersionUID = 1L;

    NoScenario(String problem, String hint) {
      super("scenario.none", problem, hint);
    }
  }

  /** The logs that a scenario starts from are written in another dialect than the scenario. */
  static final class OtherDialect extends RunException {

    private static final long serialVersionUID = 1L;

    OtherDialect(Dialect logs, Dialect scenario) {
      super(
          "scenario.other-dialect",
          "the logs are written in the dialect "
              + logs.label()
              + ", the scenario speaks "
              + scenario.label(),
          "write dialect: " + logs.label() + " in the scenario");
    }
  }
}
