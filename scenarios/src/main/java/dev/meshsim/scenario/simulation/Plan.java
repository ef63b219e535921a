package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.schedule.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a run while it is made, in the order in which they are done. */
final class Plan {

  private final List<Step> steps = new ArrayList<>();

  /** Adds a step. */
  Step add(String word, String actor, Map<String, Object> values) {
    StepKind kind = StepKinds.named(word).orElseThrow();
    int number = steps.size() + 1;
    Step step =
        new Step(
            number,
            new Place("plan", number, 1),
            kind,
            actor,
            new StepValues(values),
            List.of(),
            Optional.empty());
    steps.add(step);
    return step;
  }

  /** Notes the turns that were taken by the steps after {@code begin}. */
  void note(Step begin, List<Turn> turns) {
    steps.set(begin.number() - 1, ordered(begin, turns));
  }

  /** The step that begins others at the same time, with the turns that were taken. */
  static Step ordered(Step begin, List<Turn> turns) {
    Map<String, Object> values = new HashMap<>(begin.values().byKey());
    values.put("order", turns);
    return begin.with(new StepValues(values));
  }

  /**
   * The steps, without the faults that never happened. A late message that never arrived was lost.
   *
   * @param unfinished the origins of the faults that are not over
   * @param undelivered those of them whose messages are late
   */
  List<Step> happened(Set<String> unfinished, Map<String, Fault> undelivered) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      Fault late = undelivered.get(step.origin());
      if (late != null) {
        Fault lost = late == Fault.REQUEST_LATE ? Fault.REQUEST_LOST : Fault.ANSWER_LOST;
        Map<String, Object> values = new HashMap<>(step.values().byKey());
        values.put(step.kind().word(), lost.label());
        all.add(step.with(new StepValues(values)));
      } else if (!unfinished.contains(step.origin())) {
        all.add(step);
      }
    }
    return all;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
