package dev.meshsim.scenario;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.yaml.Problem;
import java.util.List;

/** A scenario file with problems; the message is the first one, at {@code file:line:column}. */
public final class ScenarioException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ACCOUNT(
        "scenario.bad-account",
        "An account is not of the form user@domain.",
        "write it as user@domain, for example alice@example.com"),
    BAD_EXPECTATION(
        "scenario.bad-expectation",
        "An expectation does not exist, or the step cannot meet it.",
        "write one of the expectations in docs/scenarios.md"),
    BAD_NAME(
        "scenario.bad-name",
        "The name of a scenario file cannot name its results.",
        "rename the file"),
    DANGLING_LINK(
        "scenario.dangling-link",
        "A scenario file is a symbolic link to a file that does not exist.",
        "restore the file that the link names, or remove the link"),
    DUPLICATE_NAME(
        "scenario.duplicate-name",
        "Two scenario files of a run have one name.",
        "rename one of the two"),
    DUPLICATE_LABEL(
        "scenario.duplicate-label",
        "Two steps of a scenario give their messages one name.",
        "give one of the two another label"),
    IMPOSSIBLE(
        "scenario.impossible",
        "A step asks for what cannot be, and does not expect to fail.",
        "correct the value, or expect the failure"),
    MISSING_KEY(
        "scenario.missing-key",
        "A key that the schema demands is missing.",
        "add the key; the message has an example"),
    UNDEFINED(
        "scenario.undefined",
        "A step uses a machine or a thing that no step before has made.",
        "make it in an earlier step, or correct the name"),
    UNKNOWN_KEY(
        "scenario.unknown-key",
        "The schema does not have this key.",
        "correct or remove the key; docs/scenarios.md lists all"),
    WRONG_TYPE(
        "scenario.wrong-type",
        "A value is of the wrong type or form.",
        "write the value in the form of the example in the message");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient List<Problem> problems;

  /** A file with problems, at least one, in the file's order. */
  public ScenarioException(List<Problem> problems) {
    super(
        problems.get(0).code(),
        problems.get(0).place().toString(),
        problems.get(0).text(),
        problems.get(0).hint(),
        null);
    this.problems = List.copyOf(problems);
  }

  /** A file with one problem. */
  public static ScenarioException of(Problem problem) {
    return new ScenarioException(List.of(problem));
  }

  /** The problems, in the file's order; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
