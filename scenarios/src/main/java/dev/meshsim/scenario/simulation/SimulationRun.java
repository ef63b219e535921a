package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.RunText;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.judge.Settlement;
import dev.meshsim.scenario.judge.TraceDigest;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.run.CaseWorld;
import dev.meshsim.scenario.surroundings.OnDisks;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Oracles;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.Dice;
import dev.meshsim.sim.schedule.DrawnOrder;
import dev.meshsim.sim.schedule.Turn;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** A run of one seed, or of a plan that was made before. */
final class SimulationRun {

  private final SimulationSettings settings;
  private final long seed;
  private final Path directory;
  private final World clock = World.system();
  private final TraceDigest digest;
  private final RunCounts counts = new RunCounts();

  /**
   * A run that has not begun.
   *
   * @param directory for the stores; not used in memory
   */
  SimulationRun(SimulationSettings settings, long seed, Path directory) {
    this(settings, seed, directory, new TraceDigest(0));
  }

  /** As above, with a digest that may look for one event. */
  SimulationRun(SimulationSettings settings, long seed, Path directory, TraceDigest digest) {
    this.digest = digest;
    this.settings = settings;
    this.seed = seed;
    this.directory = directory;
  }

  /** Adds its operations to a counter of many runs. */
  SimulationRun counting(LongAdder total) {
    counts.addTo(total);
    return this;
  }

  /** The name of a seed's plan, from which, with the seed, its world follows. */
  static String nameOf(long seed) {
    return "seed-" + seed;
  }

  /** Draws a plan while it runs it. */
  SimulationResult generate() {
    SeededWorld world = CaseWorld.of(seed, nameOf(seed));
    Swarm swarm =
        Swarm.draw(
            settings, new Dice(world.stream("", "swarm")), new Dice(world.stream("", "logs")));
    Scenario head = scenario(Generator.machines(swarm), swarm.portals(), swarm.log(), List.of());
    return leavingNothing(head, () -> generate(world, swarm, head));
  }

  private SimulationResult generate(SeededWorld world, Swarm swarm, Scenario head) {
    Instant begin = clock.now();
    Plan plan = new Plan();
    Instant start = world.now();
    try (Stage stage = stage(world, head, swarm.onDisks())) {
      Oracles oracles = watch(stage, world, Steering.GIVEN);
      PlanRunner runner = new PlanRunner(stage);
      Generator generator =
          new Generator(
              swarm,
              new Dice(world.stream("", "generator")),
              new Dice(world.stream("", "witnesses")),
              plan,
              world.now());
      RandomStream schedule = world.stream("", "schedule");
      List<Step> happened = new ArrayList<>();
      toEnd(
          oracles,
          () -> {
            draw(stage, oracles, runner, generator, new DrawnOrder(schedule), plan);
            happened.addAll(plan.happened(stage.unfinished().keySet(), stage.undelivered()));
            Settlement.of(stage, plan.steps().size());
          });
      return result(
          RunCounts.lines(swarm, oracles, stage.scene(new History())),
          scenario(
              head.machines(),
              head.portals(),
              head.log(),
              happened.isEmpty() ? plan.steps() : happened),
          runner,
          Duration.between(start, world.now()),
          Duration.between(begin, clock.now()),
          oracles);
    }
  }

  /** Draws steps and runs them until all are drawn or an oracle speaks. */
  private static void draw(
      Stage stage,
      Oracles oracles,
      PlanRunner runner,
      Generator generator,
      DrawnOrder order,
      Plan plan) {
    while (generator.hasNext() && oracles.violations().isEmpty()) {
      List<Step> steps = generator.next(stage);
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        runner.run(step);
        if (step.stepsAtOnce() > 0) {
          List<Step> together = steps.subList(i + 1, steps.size());
          plan.note(step, runner.runAtOnce(together, order));
          together.forEach(each -> saw(generator, each, runner));
          break;
        }
        saw(generator, step, runner);
      }
    }
  }

  /** Does the whole of a run; a failure outside of its steps ends it, and oracles see that. */
  private void toEnd(Oracles oracles, Runnable run) {
    SimEvent end = new SimEvent.Settled();
    try {
      run.run();
      oracles.on(end);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (!settings.oracles().contains(AllOracles.RUNS_TO_END) && oracles.violations().isEmpty()) {
        throw e;
      }
      oracles.on(new SimEvent.BrokeOff(e));
    }
  }

  /** Runs a plan as {@code mesh-sim run} does, whatever comes out. */
  SimulationResult repeat(Scenario plan) {
    return steered(plan, Steering.GIVEN);
  }

  /** Runs a plan in another order; that of the result has the turns that were taken. */
  SimulationResult steered(Scenario plan, Steering steering) {
    return leavingNothing(plan, () -> inOrder(plan, steering));
  }

  /** Runs something, then removes the data that its stores keep elsewhere than in files. */
  private SimulationResult leavingNothing(Scenario head, Supplier<SimulationResult> run) {
    try {
      return run.get();
    } finally {
      RunStore.named(settings.store())
          .discardElsewhere(
              directory, RunStore.directories(head.machines(), head.portals().size()));
    }
  }

  private SimulationResult inOrder(Scenario plan, Steering steering) {
    Instant begin = clock.now();
    SeededWorld world = CaseWorld.of(seed, plan.caseName());
    Instant start = world.now();
    try (Stage stage = stage(world, plan, plan.needs().contains(Need.DISK))) {
      Oracles oracles = watch(stage, world, steering);
      PlanRunner runner = new PlanRunner(stage);
      List<Step> steps = new ArrayList<>(plan.steps());
      toEnd(
          oracles,
          () -> {
            run(steps, runner, steering);
            Settlement.of(stage, steps.size());
          });
      return result(
          List.of(),
          plan.withSteps(steps),
          runner,
          Duration.between(start, world.now()),
          Duration.between(begin, clock.now()),
          oracles);
    }
  }

  private static void run(List<Step> steps, PlanRunner runner, Steering steering) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      runner.run(step);
      int count = step.stepsAtOnce();
      if (count > 0) {
        List<Turn> taken =
            runner.runAtOnce(steps.subList(i + 1, i + 1 + count), steering.order(step));
        if (!steering.equals(Steering.GIVEN)) {
          steps.set(i, Plan.ordered(step, taken));
        }
        i += count;
      }
    }
  }

  private static void saw(Generator generator, Step step, PlanRunner runner) {
    if (step.kind().hasActor()) {
      List<String> seen = runner.outcomes().getOrDefault(step.number(), List.of());
      generator.owner(step.actor()).saw(step.actor(), step.kind().word(), seen);
    }
  }

  private Stage stage(SeededWorld world, Scenario head, boolean onDisks) {
    RunStore kind = RunStore.named(settings.store());
    Surroundings stores = new SimulatedStores(kind, directory);
    return new Stage(
        world,
        head,
        settings.dialect(),
        settings.suite(),
        onDisks ? new OnDisks(stores, kind.name()) : stores);
  }

  private Oracles watch(Stage stage, SeededWorld world, Steering steering) {
    History history = new History();
    Scene scene = stage.scene(history);
    Oracles oracles = new Oracles(scene, history, AllOracles.named(settings.oracles()));
    steering.begin(scene);
    stage.watch(
        event -> {
          digest.add(event, world.now());
          counts.on(event);
          steering.saw(event);
          oracles.on(event);
        });
    return oracles;
  }

  private Scenario scenario(
      List<String> machines, List<String> portals, Optional<LogSetting> log, List<Step> steps) {
    return new Scenario(
        nameOf(seed),
        Optional.empty(),
        "plan",
        1,
        "The plan of seed " + seed + ".",
        List.of(),
        machines,
        portals,
        settings.dialect(),
        settings.suite(),
        Set.of(),
        log,
        List.of(),
        settings.oracles(),
        Optional.empty(),
        steps,
        RunText.written("", Optional.empty()),
        "");
  }

  private SimulationResult result(
      List<String> swarm,
      Scenario plan,
      PlanRunner runner,
      Duration virtual,
      Duration real,
      Oracles oracles) {
    return new SimulationResult(
        seed,
        swarm,
        plan,
        runner.outcomes(),
        counts.operations(),
        counts.faults(),
        counts.reached(),
        virtual,
        real,
        digest.count(),
        digest.whole(),
        digest.events(),
        oracles.violations());
  }
}
