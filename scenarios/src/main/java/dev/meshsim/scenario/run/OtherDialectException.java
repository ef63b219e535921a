package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;

/** The logs that a scenario starts from are written in another dialect than the scenario. */
final class OtherDialectException extends MeshException {

  private static final long serialVersionUID = 1L;

  OtherDialectException(Dialect logs, Dialect scenario) {
    super(
        "scenario.other-dialect",
        "the logs are written in the dialect "
            + logs.label()
            + ", the scenario speaks "
            + scenario.label(),
        "write dialect: " + logs.label() + " in the scenario");
  }
}
