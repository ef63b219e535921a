package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.sim.schedule.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  void ordered(Step begin, List<Turn> turns) {
    Map<String, Object> values = new HashMap<>(begin.values().byKey());
    values.put("order", turns);
    steps.set(begin.number() - 1, begin.with(new StepValues(values)));
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
