package dev.meshsim.scenario.run;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a run is to do.
 *
 * @param rejected the files that are no scenarios, which are reported first
 * @param cases in the order in which they are reported
 */
public record RunPlan(List<ScenarioFile> rejected, List<Case> cases) {

  /** Copies the lists. */
  public RunPlan {
    rejected = List.copyOf(rejected);
    cases = List.copyOf(cases);
  }

  /** Every case of the files, in the order of the files. */
  public static RunPlan of(List<ScenarioFile> files) {
    List<Case> cases = new ArrayList<>();
    files.forEach(file -> cases.addAll(file.cases()));
    return new RunPlan(files.stream().filter(file -> !file.problems().isEmpty()).toList(), cases);
  }

  /** The cases that are chosen by tag and name. */
  public RunPlan choose(Choice choice) {
    return choice.of(this);
  }

  /** The cases of a part of the suite. */
  public RunPlan choose(Shard shard) {
    return shard.of(this);
  }

  /** The cases in another order. */
  public RunPlan order(Order order) {
    return order.of(this);
  }
}
