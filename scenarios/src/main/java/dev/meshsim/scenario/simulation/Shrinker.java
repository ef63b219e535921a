package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.sim.schedule.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the plan of a finding smaller: fewer steps, fewer machines and portals, a plainer order.
 * Every candidate is written as a file, read again and run; it is kept if the same oracle speaks.
 */
final class Shrinker {

  private final Function<Scenario, SimulationResult> runner;
  private final String oracle;
  private final int budget;
  private final Set<String> tried = new HashSet<>();
  private int runs;

  /**
   * Shrinks what one oracle found.
   *
   * @param runner runs a candidate
   * @param budget the most runs
   */
  Shrinker(Function<Scenario, SimulationResult> runner, String oracle, int budget) {
    this.runner = runner;
    this.oracle = oracle;
    this.budget = budget;
  }

  /**
   * A plan that is as small as could be found.
   *
   * @param plan a plan in which the oracle speaks
   * @return its run; empty if the plan, written as a file and read again, does not show the finding
   */
  Optional<SimulationResult> shrink(Scenario plan) {
    Optional<SimulationResult> best = shows(plan, plan.steps());
    if (best.isEmpty()) {
      return best;
    }
    int before;
    do {
      before = runs;
      int size = size(best.get());
      best = Optional.of(fewerSteps(best.get()));
      best = Optional.of(plainerOrder(best.get()));
      if (size(best.get()) == size) {
        break;
      }
    } while (runs > before && runs < budget);
    return best;
  }

  /** How many candidates were run. */
  int runs() {
    return runs;
  }

  private static int size(SimulationResult result) {
    return result.plan().steps().stream()
        .mapToInt(step -> 1 + step.values().turns("order").size())
        .sum();
  }

  /** Leaves out runs of steps: halves first, then smaller ones, down to one. */
  private SimulationResult fewerSteps(SimulationResult start) {
    SimulationResult best = start;
    for (int size = (units(best).size() + 1) / 2; size >= 1; size /= 2) {
      int at = 0;
      while (at < units(best).size() && runs < budget) {
        List<List<Step>> units = units(best);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
          if (i < at || i >= at + size) {
            steps.addAll(units.get(i));
          }
        }
        Optional<SimulationResult> smaller = shows(best.plan(), steps);
        if (smaller.isPresent()) {
          best = smaller.get();
        } else {
          at += size;
        }
      }
    }
    return best;
  }

  /** Steps that are left out together: those at the same time are one unit. */
  private static List<List<Step>> units(SimulationResult result) {
    List<Step> steps = result.plan().steps();
    List<List<Step>> units = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int count = steps.get(i).stepsAtOnce();
      units.add(steps.subList(i, i + 1 + count));
      i += count;
    }
    return units;
  }

  /** Does steps one after another, one fewer at the same time, or with fewer turns. */
  private SimulationResult plainerOrder(SimulationResult start) {
    SimulationResult best = start;
    int at = 0;
    while (at < units(best).size() && runs < budget) {
      if (units(best).get(at).get(0).stepsAtOnce() == 0) {
        at++;
        continue;
      }
      Optional<SimulationResult> plainer = plainer(best, at);
      if (plainer.isPresent()) {
        best = plainer.get();
      } else {
        at++;
      }
    }
    return best;
  }

  private Optional<SimulationResult> plainer(SimulationResult best, int at) {
    List<Step> group = units(best).get(at);
    Step begin = group.get(0);
    List<Step> together = group.subList(1, group.size());
    List<List<Step>> candidates = new ArrayList<>();
    candidates.add(together);
    List<Step> reversed = new ArrayList<>(together);
    Collections.reverse(reversed);
    candidates.add(reversed);
    for (int out = 0; together.size() > 2 && out < together.size(); out++) {
      List<Step> fewer = new ArrayList<>(together);
      fewer.remove(out);
      fewer.add(0, with(begin, fewer.size(), begin.values().turns("order")));
      candidates.add(fewer);
    }
    List<Turn> turns = begin.values().turns("order");
    for (int out = turns.size() - 1; out >= 0; out--) {
      List<Turn> fewer = new ArrayList<>(turns);
      fewer.remove(out);
      List<Step> steps = new ArrayList<>(together);
      steps.add(0, with(begin, together.size(), fewer));
      candidates.add(steps);
    }
    for (List<Step> candidate : candidates) {
      List<Step> steps = new ArrayList<>();
      List<List<Step>> units = units(best);
      for (int i = 0; i < units.size(); i++) {
        steps.addAll(i == at ? candidate : units.get(i));
      }
      Optional<SimulationResult> plainer =
          runs < budget ? shows(best.plan(), steps) : Optional.empty();
      if (plainer.isPresent()) {
        return plainer;
      }
    }
    return Optional.empty();
  }

  private static Step with(Step begin, int count, List<Turn> turns) {
    Map<String, Object> values = new HashMap<>(begin.values().byKey());
    values.put(StepKind.AT_ONCE, count);
    values.put("order", List.copyOf(turns));
    return begin.with(new StepValues(values));
  }

  /** The run of these steps if the oracle speaks in it; empty if they are no scenario either. */
  private Optional<SimulationResult> shows(Scenario plan, List<Step> steps) {
    Optional<Scenario> candidate = written(plan, steps);
    if (candidate.isEmpty()) {
      return Optional.empty();
    }
    runs++;
    SimulationResult result = runner.apply(candidate.get());
    return result.violations().stream().anyMatch(found -> found.oracle().equals(oracle))
        ? Optional.of(result)
        : Optional.empty();
  }

  /** The plan with these steps and only the machines and portals of them, as a file has it. */
  private Optional<Scenario> written(Scenario plan, List<Step> steps) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String text = PlanWriter.yaml(with(plan, steps), plan.purpose(), List.of(), Map.of());
    if (!tried.add(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ScenarioReader.read(plan.name(), "plan", text.getBytes(StandardCharsets.UTF_8)));
    } catch (ScenarioException e) {
      // Something is left out that a later step needs.
      return Optional.empty();
    }
  }

  private static Scenario with(Scenario plan, List<Step> steps) {
    Set<String> used = new LinkedHashSet<>();
    for (Step step : steps) {
      used.add(step.actor());
      step.values().byKey().values().forEach(value -> used.addAll(words(value)));
    }
    List<String> machines = plan.machines().stream().filter(used::contains).toList();
    List<String> portals =
        plan.portals().stream()
            .filter(portal -> used.stream().anyMatch(word -> word.endsWith(portal)))
            .toList();
    return new Scenario(
        plan.name(),
        plan.row(),
        plan.file(),
        plan.line(),
        plan.purpose(),
        plan.tags(),
        machines.isEmpty() ? plan.machines().subList(0, 1) : machines,
        portals.isEmpty() ? plan.portals().subList(0, 1) : portals,
        plan.dialect(),
        plan.suite(),
        plan.fixed(),
        plan.log().map(setting -> setting.among(Math.max(1, portals.size()))),
        plan.logs(),
        plan.oracles(),
        Optional.empty(),
        steps,
        plan.run(),
        plan.digest());
  }

  private static List<String> words(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(item -> words(item).stream()).toList();
    }
    String text = value.toString();
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    words.add(text);
    return words;
  }
}
