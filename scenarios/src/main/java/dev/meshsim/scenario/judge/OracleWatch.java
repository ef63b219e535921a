package dev.meshsim.scenario.judge;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Oracles;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.oracle.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The oracles that a scenario asks for; the step after which one speaks has failed. */
public final class OracleWatch {

  private final Stage stage;
  private final Oracles oracles;
  private final boolean watching;
  private int told;

  /**
   * Watches a stage from now on.
   *
   * @param names the oracles' names; none watches if there are none
   */
  public OracleWatch(Stage stage, List<String> names) {
    History history = new History();
    this.stage = stage;
    this.oracles = new Oracles(stage.scene(history), history, AllOracles.named(names));
    this.watching = !names.isEmpty();
    if (watching) {
      stage.watch(oracles::on);
    }
  }

  /** The result of a step, which fails if an oracle has spoken since the step before. */
  public StepResult judge(Step step, StepResult result) {
    List<Violation> all = oracles.violations();
    List<Violation> fresh = all.subList(told, all.size());
    told = all.size();
    return fresh.isEmpty() ? result : failed(step, result, fresh);
  }

  /** The result of the last step, when nothing more happens. */
  public StepResult atEnd(Step step, StepResult result) {
    if (watching) {
      Settlement.of(stage);
      oracles.on(new SimEvent.Settled());
    }
    return judge(step, result);
  }

  private static StepResult failed(Step step, StepResult result, List<Violation> fresh) {
    String found = fresh.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return result.verdict() == Verdict.FAILED
        ? result
        : StepJudge.failed(step, result, "every oracle silent", found);
  }
}
