package dev.meshsim.scenario.run;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.yaml.Problem;
import java.util.List;

/**
 * A file that the user named as a scenario.
 *
 * @param file as the user named it
 * @param name its name in the run: of its case, or of its cases before the row
 * @param scenarios a scenario for each case; none if the file has problems
 * @param problems the reasons why it is no scenario
 */
public record ScenarioFile(
    String file, String name, List<Scenario> scenarios, List<Problem> problems) {

  /** Copies the lists. */
  public ScenarioFile {
    scenarios = List.copyOf(scenarios);
    problems = List.copyOf(problems);
  }

  /** Its cases; none if the file has problems. */
  public List<Case> cases() {
    return Case.of(name, scenarios);
  }
}
