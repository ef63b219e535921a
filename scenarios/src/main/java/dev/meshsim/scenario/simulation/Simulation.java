package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.judge.TraceDigest;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs many seeds, several at once, and hands their results on in the order of the seeds. */
public final class Simulation {

  private static final int PATIENCE_MILLIS = 500;

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
   * @param stop asked before each seed begins; true begins no more
   * @param results receives each result, in order, in this thread
   * @param waiting called in this thread now and then while no result is there
   */
  public void run(
      LongStream seeds,
      BooleanSupplier stop,
      Consumer<SimulationResult> results,
      Runnable waiting) {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      Deque<Future<SimulationResult>> running = new ArrayDeque<>();
      PrimitiveIterator.OfLong next = seeds.iterator();
      while (true) {
        while (running.size() < 2 * jobs && next.hasNext() && !stop.getAsBoolean()) {
          long seed = next.nextLong();
          running.add(workers.submit(() -> generate(seed)));
        }
        if (running.isEmpty()) {
          return;
        }
        results.accept(result(running.remove(), waiting));
      }
    } finally {
      workers.shutdownNow();
    }
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

  private static SimulationResult result(Future<SimulationResult> future, Runnable waiting) {
    try {
      while (true) {
        try {
          return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          waiting.run();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulation was interrupted", e);
    }
  }
}
