package dev.meshsim.scenario.simulation.explore;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationResult;
import dev.meshsim.scenario.simulation.Steering;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries every order of the steps of a scenario that are done at the same time. */
public final class Exploration {

  private final Simulation simulation;
  private final long seed;
  private final int budget;

  /**
   * An exploration.
   *
   * @param simulation runs the scenarios
   * @param seed the seed of every run
   * @param budget the most runs for one scenario with one fault
   */
  public Exploration(Simulation simulation, long seed, int budget) {
    this.simulation = simulation;
    this.seed = seed;
    this.budget = budget;
  }

  /** True if a scenario has steps that are done at the same time. */
  public static boolean hasOrders(Scenario scenario) {
    return scenario.steps().stream().anyMatch(step -> step.stepsAtOnce() > 0);
  }

  /** Explores a scenario without a fault. */
  public Explored explore(Scenario scenario) {
    return explore(named(scenario, ""), "");
  }

  /** A scenario under the name of its finding's file, from which its world follows. */
  private static Scenario named(Scenario scenario, String what) {
    String name = scenario.caseName() + " " + what;
    return scenario.named(name.strip().replaceAll("[^A-Za-z0-9]+", "-"));
  }

  /** Explores a scenario where a fault waits for the messages of a machine. */
  public Explored explore(Scenario scenario, Fault fault, String machine) {
    List<Step> steps = new ArrayList<>(scenario.steps());
    int at = 0;
    while (steps.get(at).stepsAtOnce() == 0) {
      at++;
    }
    Step before = steps.get(at);
    steps.add(
        at,
        new Step(
            before.number(),
            before.place(),
            StepKinds.named("fault").orElseThrow(),
            machine,
            new StepValues(Map.of("fault", fault.label())),
            List.of(),
            Optional.empty()));
    List<Step> numbered = new ArrayList<>();
    steps.forEach(step -> numbered.add(step.numbered(numbered.size() + 1)));
    return explore(
        named(scenario.withSteps(numbered), fault.label() + " " + machine),
        fault.label() + " on " + machine);
  }

  /** The machines whose steps are done at the same time. */
  public static Set<String> machinesAtOnce(Scenario scenario) {
    Set<String> machines = new LinkedHashSet<>();
    List<Step> steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      int count = steps.get(i).stepsAtOnce();
      steps.subList(i + 1, i + 1 + count).forEach(step -> machines.add(step.actor()));
    }
    return machines;
  }

  private Explored explore(Scenario scenario, String fault) {
    OpenChoices open = new OpenChoices();
    List<SimulationResult> found = new ArrayList<>();
    boolean happened = fault.isEmpty();
    int runs = 0;
    while (found.isEmpty() && !open.isEmpty() && runs < budget) {
      runs++;
      Steered steered = new Steered(open.take(), open);
      SimulationResult result = simulation.steer(seed, scenario, steered);
      happened |= !result.faults().isEmpty();
      if (!result.violations().isEmpty()) {
        found.add(result);
      }
      steered.orders.forEach(open::add);
    }
    return new Explored(
        scenario.name(), runs, open.states(), happened, found.isEmpty() ? open.left() : 0, found);
  }

  /** Steers one run; only the first group of steps at the same time is explored. */
  private static final class Steered implements Steering {

    private final List<Integer> given;
    private final OpenChoices open;
    private final List<ExploredOrder> orders = new ArrayList<>();
    private @Nullable WorldState state;

    Steered(List<Integer> given, OpenChoices open) {
      this.given = given;
      this.open = open;
    }

    @Override
    public void begin(Scene scene) {
      state = new WorldState(scene);
    }

    @Override
    public void saw(SimEvent event) {
      Objects.requireNonNull(state).saw(event);
    }

    @Override
    public Order order(Step begin) {
      if (!orders.isEmpty()) {
        return Steering.GIVEN.order(begin);
      }
      ExploredOrder order =
          new ExploredOrder(given, Objects.requireNonNull(state)::digest, open::isNew);
      orders.add(order);
      return order;
    }
  }
}
