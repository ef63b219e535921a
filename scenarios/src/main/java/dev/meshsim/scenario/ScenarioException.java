package dev.meshsim.scenario;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.yaml.Problem;
import java.util.List;

/** A scenario file that does not say what a scenario may say; carries every problem found in it. */
public final class ScenarioException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ScenarioException(List<Problem> problems) {
    super(
        problems.get(0).code(),
        problems.get(0).place() + ": " + problems.get(0).text(),
        problems.get(0).hint());
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
