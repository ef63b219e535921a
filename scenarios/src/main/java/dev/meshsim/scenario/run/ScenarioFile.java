package dev.meshsim.scenario.run;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A file that the user named as a scenario.
 *
 * @param file as the user named it
 * @param name the name of its case in the run
 * @param scenario the scenario; empty if the file has problems
 * @param problems the reasons why it is no scenario
 */
public record ScenarioFile(
    String file, String name, Optional<Scenario> scenario, List<Problem> problems) {

  /** Copies the list. */
  public ScenarioFile {
    problems = List.copyOf(problems);
  }

  /** Its cases; none if the file has problems. */
  public List<Case> cases() {
    return Case.of(name, scenario);
  }
}
