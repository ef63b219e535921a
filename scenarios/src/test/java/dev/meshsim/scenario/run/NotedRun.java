package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run that notes the error that each step meets, as a person would see it, when a portal begins
 * to lie, and what witnesses and other portals have evidence of.
 */
public final class NotedRun {

  private final List<Met> met = new ArrayList<>();
  private final List<Begun> begun = new ArrayList<>();
  private final List<Noticed> noticed = new ArrayList<>();
  private final Set<Stage> watched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final RunTotals totals;

  /** An error that a step met. */
  public record Met(Step step, MeshException error) {}

  /** A step with which a portal begins to lie. */
  public record Begun(Step step, int exchanges, Instant time) {}

  /**
   * Somebody notices that something is wrong.
   *
   * @param step the step at which
   * @param by a client, a witness or another portal
   * @param code the code of the failure
   * @param evidence its kind; empty if there is none
   * @param exchanges how many exchanges with portals there were before, of the whole case
   */
  public record Noticed(
      Step step, String by, String code, Optional<String> evidence, int exchanges, Instant time) {}

  public NotedRun(RunPlan plan, RunOptions options, Path out) {
    RunControls controls =
        new RunControls(
            1, false, new Stop(), Optional.empty(), Optional.empty(), ReportChoice.NONE, List.of());
    totals = new Runner(options, out, List.of(), controls, this::noting).run(plan);
  }

  private StepAction noting(String word) {
    StepAction action = StepActions.of(word);
    return (stage, step) -> {
      watch(stage, step);
      if (word.equals("hostile")) {
        begun.add(new Begun(step, stage.traced().size(), stage.now()));
      }
      try {
        return action.run(stage, step);
      } catch (MeshException e) {
        met.add(new Met(step, e));
        Optional<String> evidence =
            e instanceof TransparencyException.Proved proved
                ? Optional.of(kind(proved.evidence()))
                : Optional.empty();
        note(stage, step, "a client", e.code(), evidence);
        throw e;
      }
    };
  }

  private void watch(Stage stage, Step first) {
    if (watched.add(stage)) {
      stage.watch(
          event -> {
            if (event instanceof SimEvent.Accused accused) {
              boolean witness = accused.by().matches("w[1-9]");
              note(
                  stage,
                  first,
                  witness ? "a witness" : "another portal",
                  TransparencyException.Code.FORKED.code(),
                  Optional.of(kind(accused.evidence())));
            }
          });
    }
  }

  private static String kind(Bytes evidence) {
    Evidence read = Evidence.read(evidence);
    read.judge();
    return read.getClass().getSimpleName();
  }

  private void note(Stage stage, Step step, String by, String code, Optional<String> evidence) {
    noticed.add(new Noticed(step, by, code, evidence, stage.traced().size(), stage.now()));
  }

  /** The errors, in the order of the run. */
  public List<Met> met() {
    return List.copyOf(met);
  }

  /** The beginnings of lies, in the order of the run. */
  public List<Begun> begun() {
    return List.copyOf(begun);
  }

  /** What was noticed, in the order of the run. */
  public List<Noticed> noticed() {
    return List.copyOf(noticed);
  }

  public RunTotals totals() {
    return totals;
  }
}
