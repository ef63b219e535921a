package dev.meshsim.scenario.simulation;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Observation;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.sim.schedule.Order;
import dev.meshsim.sim.schedule.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs steps on a stage and keeps what was seen of each. */
final class PlanRunner {

  private final Stage stage;
  private final Map<Integer, List<String>> outcomes = new LinkedHashMap<>();

  PlanRunner(Stage stage) {
    this.stage = stage;
  }

  /** Runs one step. */
  List<String> run(Step step) {
    stage.begin(step);
    List<String> seen;
    try {
      seen = stage.calls().perform(step, StepActions.of(step.kind().word())).sentences();
    } catch (MeshException e) {
      seen = Observation.of(e).sentences();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // The oracle of typed errors has seen it.
      seen = List.of();
    }
    outcomes.put(step.number(), seen);
    return seen;
  }

  /** Runs steps at the same time, and returns the turns that were taken. */
  List<Turn> runAtOnce(List<Step> steps, Order order) {
    return stage.calls().atOnce(steps, own -> own.forEach(this::run), order);
  }

  /** The outcome of each step, by its number; empty for an error that no user should see. */
  Map<Integer, List<String>> outcomes() {
    return outcomes;
  }
}
