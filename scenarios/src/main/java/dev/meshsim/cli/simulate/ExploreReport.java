package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.ScenarioArguments;
import dev.meshsim.scenario.simulation.SimulationResult;
import dev.meshsim.scenario.simulation.explore.Exploration;
import dev.meshsim.scenario.simulation.explore.Explored;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.sim.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Explores scenarios in every order, prints what was covered, and hands findings on. */
final class ExploreReport {

  private final Console console;
  private final Progress progress;
  private final Exploration exploration;
  private final List<Fault> faults;
  private final List<String> oracles;
  private final Consumer<SimulationResult> findings;
  private int runs;
  private int states;
  private int whole;
  private int partly;
  private int never;
  private int found;

  /**
   * A report of nothing yet.
   *
   * @param faults the faults that are tried, those of messages among them
   * @param oracles the oracles that watch a scenario that names none
   * @param findings receives a run in which an oracle spoke
   */
  ExploreReport(
      Console console,
      Progress progress,
      Exploration exploration,
      List<Fault> faults,
      List<String> oracles,
      Consumer<SimulationResult> findings) {
    this.console = console;
    this.progress = progress;
    this.exploration = exploration;
    this.faults = faults.stream().filter(fault -> fault.place() == Fault.Place.MESSAGES).toList();
    this.oracles = oracles;
    this.findings = findings;
  }

  /**
   * The cases of files and directories that have steps at the same time.
   *
   * @param problems receives the problems of files, two lines each
   * @return at least one; none if a file has problems
   * @throws InputException if no case has such steps
   */
  static List<Case> cases(List<String> arguments, Consumer<String> problems) {
    RunPlan plan = ScenarioArguments.plan(arguments);
    plan.rejected().stream()
        .flatMap(file -> file.problems().stream())
        .map(Problem::lines)
        .forEach(problems);
    if (!plan.rejected().isEmpty()) {
      return List.of();
    }
    List<Case> all = new ArrayList<>(plan.cases());
    all.removeIf(one -> !Exploration.hasOrders(one.scenario()));
    if (all.isEmpty()) {
      throw new InputException(
          "--explore: no step of these scenarios is done at the same time as others",
          "name scenarios with a step \"atOnce\"; scenarios/small/ has some");
    }
    return all;
  }

  /** Explores one case without a fault, then with each fault on each machine. */
  void explore(Scenario scenario) {
    Scenario watched = scenario.oracles().isEmpty() ? scenario.watchedBy(oracles) : scenario;
    progress.show("exploring " + scenario.caseName());
    add(exploration.explore(watched));
    for (Fault fault : faults) {
      for (String machine : Exploration.machinesAtOnce(watched)) {
        progress.show("exploring " + scenario.caseName() + ", " + fault.label() + " on " + machine);
        add(exploration.explore(watched, fault, machine));
      }
    }
  }

  private void add(Explored explored) {
    runs += explored.runs();
    states += explored.states();
    whole += explored.happened() && explored.left() == 0 ? 1 : 0;
    partly += explored.left() > 0 ? 1 : 0;
    never += explored.happened() ? 0 : 1;
    progress.clear();
    console.line(explored.line());
    console.out().flush();
    found += explored.found().isEmpty() ? 0 : 1;
    explored.found().forEach(findings);
  }

  /** Prints the totals; returns the number of worlds with a finding. */
  int end() {
    console.line(
        String.format(
            Locale.ROOT,
            "%s in all orders, %,d in part, %,d whose fault never happens; %s, %s",
            Explored.counted(whole, "world"),
            partly,
            never,
            Explored.counted(runs, "run"),
            Explored.counted(states, "state")));
    console.line(found == 0 ? "no finding" : Explored.counted(found, "world") + " with findings");
    return found;
  }
}
