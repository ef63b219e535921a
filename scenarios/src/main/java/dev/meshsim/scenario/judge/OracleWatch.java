package dev.meshsim.scenario.judge;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Oracles;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.oracle.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The oracles that a scenario asks for, and the trace that it must repeat. The step after which an
 * oracle speaks has failed, and so has the last step of a run whose events are not those of the
 * trace.
 */
public final class OracleWatch {

  private final Stage stage;
  private final Oracles oracles;
  private final Optional<TraceCheck> trace;
  private final boolean watching;
  private int told;

  private OracleWatch(Stage stage, List<String> names, Optional<TraceCheck> trace) {
    History history = new History();
    this.stage = stage;
    this.oracles = new Oracles(stage.scene(history), history, AllOracles.named(names));
    this.trace = trace;
    this.watching = !names.isEmpty();
    if (watching) {
      stage.watch(oracles::on);
    }
    trace.ifPresent(check -> stage.watch(event -> check.on(event, stage.now())));
  }

  /** Watches a stage from now on, in a run with this seed. */
  public OracleWatch(Stage stage, Scenario scenario, long seed) {
    this(stage, scenario.oracles(), scenario.trace().map(events -> new TraceCheck(events, seed)));
  }

  /** Watches nothing. */
  public static OracleWatch none(Stage stage) {
    return new OracleWatch(stage, List.of(), Optional.empty());
  }

  /** The result of a step, which fails if an oracle has spoken since the step before. */
  public StepResult judge(Step step, StepResult result) {
    trace.ifPresent(check -> check.ended(step));
    return remarked(spoken(step, result));
  }

  /** The result of the last step, when nothing more happens. */
  public StepResult atEnd(Step step, StepResult result) {
    if (watching) {
      Settlement.of(stage, step.number());
      oracles.on(new SimEvent.Settled());
    }
    trace.ifPresent(check -> check.ended(step));
    StepResult judged = spoken(step, result);
    if (judged.verdict() == Verdict.PASSED) {
      return trace
          .map(check -> StepJudge.failed(step, judged, TraceCheck.WANTED, check.atEnd()))
          .orElse(judged);
    }
    return result.verdict() == Verdict.FAILED ? judged : remarked(judged);
  }

  private StepResult spoken(Step step, StepResult result) {
    List<Violation> all = oracles.violations();
    List<Violation> fresh = all.subList(told, all.size());
    told = all.size();
    return fresh.isEmpty() ? result : failed(step, result, fresh);
  }

  /** A failure with the first event that differs from the trace, if one does. */
  private StepResult remarked(StepResult result) {
    return trace
        .filter(check -> result.verdict() == Verdict.FAILED)
        .flatMap(TraceCheck::difference)
        .map(differs -> StepJudge.remarked(result, differs))
        .orElse(result);
  }

  private static StepResult failed(Step step, StepResult result, List<Violation> fresh) {
    String found = fresh.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return result.verdict() == Verdict.FAILED
        ? result
        : StepJudge.failed(step, result, "every oracle silent", found);
  }
}
