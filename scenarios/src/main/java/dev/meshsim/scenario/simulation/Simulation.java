package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.judge.TraceDigest;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs many seeds, several at once, and hands their results on in the order of the seeds. */
public final class Simulation {

  private final SimulationSettings settings;
  private final Path directory;
  private final int jobs;
  private final LongAdder operations = new LongAdder();
  private final AtomicInteger started = new AtomicInteger(1);

  /**
   * A simulation that has not begun.
   *
   * @param directory for stores that keep files, each seed's in a directory of its own
   * @param jobs how many seeds are run at once
   */
  public Simulation(SimulationSettings settings, Path directory, int jobs) {
    this.settings = settings;
    this.directory = directory;
    this.jobs = jobs;
  }

  /** Runs the seeds as below, without a sign while no result is there. */
  public void run(LongStream seeds, BooleanSupplier stop, Consumer<SimulationResult> results) {
    run(seeds, stop, results, () -> {});
  }

  /**
   * Runs the seeds.
   *
   * @param stop asked before each seed begins, by any thread; true begins no more
   * @param results receives each result, in order, in this thread
   * @param waiting called in this thread now and then while no result is there
   */
  public void run(
      LongStream seeds,
      BooleanSupplier stop,
      Consumer<SimulationResult> results,
      Runnable waiting) {
    new SeedsInOrder<>(jobs, this::generate).run(seeds, stop, results, waiting);
  }

  /** The number of operations of all runs so far; other threads may be adding to it. */
  public long operations() {
    return operations.sum();
  }

  /** Draws and runs the plan of one seed. */
  public SimulationResult generate(long seed) {
    return new SimulationRun(settings, seed, fresh(seed)).counting(operations).generate();
  }

  /** Runs a plan of a seed, as {@code mesh-sim run} does. */
  public SimulationResult repeat(long seed, Scenario plan) {
    return new SimulationRun(settings.watchedBy(plan.oracles()), seed, fresh(seed)).repeat(plan);
  }

  /** Runs a plan of a seed in another order; the result's plan has the turns that were taken. */
  public SimulationResult steer(long seed, Scenario plan, Steering steering) {
    return new SimulationRun(settings.watchedBy(plan.oracles()), seed, fresh(seed))
        .steered(plan, steering);
  }

  /**
   * Runs a seed again and describes one of its events.
   *
   * @param number counted from 1
   */
  public String eventOf(long seed, int number) {
    TraceDigest looking = new TraceDigest(number);
    new SimulationRun(settings, seed, fresh(seed), looking).generate();
    return looking.found();
  }

  /** Makes the plan of a run's first violation as small as can be. */
  public Finding shrink(SimulationResult result, String commit) {
    return Finding.of(this, result, commit);
  }

  /** An empty directory for the stores of a run. */
  private Path fresh(long seed) {
    return directory
        .resolve(SimulationRun.nameOf(seed))
        .resolve("run-" + started.getAndIncrement());
  }
}
