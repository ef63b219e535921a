package dev.meshsim.scenario.action;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.Tending;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.ActorStopped;
import dev.meshsim.sim.schedule.Order;
import dev.meshsim.sim.schedule.Scheduler;
import dev.meshsim.sim.schedule.Turn;
import dev.meshsim.sim.schedule.Turns;
import dev.meshsim.world.SeededWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the calls of steps: one after another, or of several machines at the same time. */
public final class Calls {

  private final Stage stage;
  private final SeededWorld world;
  private final Consumer<SimEvent> events;

  Calls(Stage stage, SeededWorld world, Consumer<SimEvent> events) {
    this.stage = stage;
    this.world = world;
    this.events = events;
  }

  /**
   * Makes the call of a step. If a fault stops the machine's program during it, the program is
   * started again.
   *
   * @throws MeshException if the call fails
   */
  public Observation perform(Step step, StepAction action) {
    SimEvent.Began began =
        new SimEvent.Began(step.actor(), step.kind().word(), step.values().shown());
    events.accept(began);
    try {
      Observation seen = called(step, action);
      events.accept(new SimEvent.Ended(began, seen.sentences(), Optional.empty()));
      return seen;
    } catch (MeshException e) {
      events.accept(new SimEvent.Ended(began, Observation.of(e).sentences(), Optional.of(e)));
      throw e;
    } catch (RuntimeException e) {
      events.accept(new SimEvent.Ended(began, List.of(), Optional.of(e)));
      throw e;
    }
  }

  private Observation called(Step step, StepAction action) {
    try {
      Observation seen = action.run(stage, step);
      if (!isStopped(step)) {
        return seen;
      }
    } catch (RuntimeException | ActorStopped e) {
      if (!isStopped(step)) {
        throw e;
      }
    }
    stage.restart(step.actor());
    return Observation.otherwise(Observation.CRASHED);
  }

  private boolean isStopped(Step step) {
    return step.kind().hasActor() && stage.environment(step.actor()).isStopped();
  }

  /**
   * Does the steps of several machines at the same time, in virtual time.
   *
   * @param run runs the steps of one machine, one after another
   * @return the turns that were taken
   */
  public List<Turn> atOnce(List<Step> steps, Consumer<List<Step>> run, Order order) {
    Map<String, List<Step>> byMachine = new LinkedHashMap<>();
    steps.forEach(
        step -> byMachine.computeIfAbsent(step.actor(), name -> new ArrayList<>()).add(step));
    Map<String, Scheduler.ActorWork> actors = new LinkedHashMap<>();
    Set<String> going = new HashSet<>(byMachine.keySet());
    byMachine.forEach(
        (name, own) ->
            actors.put(
                name,
                turns -> {
                  try {
                    inTurns(name, turns, () -> run.accept(own));
                  } finally {
                    going.remove(name);
                  }
                }));
    Tending tending = stage.portals().tending();
    if (tending.isNeeded()) {
      for (String domain : stage.portals().domains()) {
        actors.put(domain, turns -> tending.act(domain, () -> !going.isEmpty(), turns));
      }
    }
    return tending.byActors(() -> new Scheduler(world, order).run(actors));
  }

  private void inTurns(String name, Turns turns, Runnable work) {
    MachineEnvironment environment = stage.environment(name);
    environment.handOverBy(turns);
    try {
      work.run();
    } finally {
      environment.handOverBy(null);
    }
  }
}
