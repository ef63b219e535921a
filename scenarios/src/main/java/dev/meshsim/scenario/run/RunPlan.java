package dev.meshsim.scenario.run;

import dev.meshsim.scenario.results.CaseLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a run is to do.
 *
 * @param rejected the files that are no scenarios, which are reported first
 * @param cases in the order in which they are reported
 * @param shard the part of the suite that this is
 * @param whole the names of the cases and of the rejected files of all parts
 */
public record RunPlan(
    List<ScenarioFile> rejected, List<Case> cases, Shard shard, List<String> whole) {

  /** Copies the lists. */
  public RunPlan {
    rejected = List.copyOf(rejected);
    cases = List.copyOf(cases);
    whole = List.copyOf(whole);
  }

  /** A whole suite. */
  public RunPlan(List<ScenarioFile> rejected, List<Case> cases) {
    this(rejected, cases, Shard.WHOLE, names(rejected, cases));
  }

  private static List<String> names(List<ScenarioFile> rejected, List<Case> cases) {
    return Stream.concat(
            cases.stream().map(Case::name),
            rejected.stream().map(file -> CaseLog.REJECTED + file.name()))
        .toList();
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
