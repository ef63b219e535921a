package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A run that cannot begin. */
public final class RunException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NONE(
        "scenario.none",
        "The file or directory that was named holds no scenario.",
        "name a scenario file, or a directory that has some"),
    OTHER_DIALECT(
        "scenario.other-dialect",
        "The logs that a scenario starts from are written in another dialect than the scenario.",
        "write the dialect of the logs in the scenario");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private RunException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static RunException noScenario(String problem, String hint) {
    return new RunException(Code.NONE, problem, hint);
  }

  static RunException otherDialect(Dialect logs, Dialect scenario) {
    return new RunException(
        Code.OTHER_DIALECT,
        "the logs are written in the dialect "
            + logs.label()
            + ", the scenario speaks "
            + scenario.label(),
        "write dialect: " + logs.label() + " in the scenario");
  }
}
