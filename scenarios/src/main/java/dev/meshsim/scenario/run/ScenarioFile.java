package dev.meshsim.scenario.run;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A file that a run was asked to take.
 *
 * @param file as the user named it
 * @param scenario what it says, if it is a scenario
 * @param problems why it is none otherwise
 */
public record ScenarioFile(String file, Optional<Scenario> scenario, List<Problem> problems) {

  /** Copies the list. */
  public ScenarioFile {
    problems = List.copyOf(problems);
  }
}
