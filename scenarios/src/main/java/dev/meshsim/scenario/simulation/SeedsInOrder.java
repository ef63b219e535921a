package dev.meshsim.scenario.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Works on many seeds, several at once, and hands the results on in the order of the seeds. One
 * seed may take a hundred times as long as the next, so that many results may wait for one.
 *
 * @param <T> the result of a seed
 */
final class SeedsInOrder<T> {

  /**
   * The most seeds for each thread that wait to begin, run, or have ended and wait for their turn.
   */
  static final int AHEAD = 32;

  private static final int PATIENCE_MILLIS = 500;

  private final int jobs;
  private final LongFunction<T> work;

  SeedsInOrder(int jobs, LongFunction<T> work) {
    this.jobs = jobs;
    this.work = work;
  }

  /**
   * Works on the seeds.
   *
   * @param stop asked before each seed begins, by any thread, one at a time; true once is true for
   *     ever
   * @param results receives each result, in this thread
   * @param waiting called in this thread now and then while no result is there
   */
  void run(LongStream seeds, BooleanSupplier stop, Consumer<T> results, Runnable waiting) {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    Queue queue = new Queue(stop);
    try {
      Deque<Place> places = new ArrayDeque<>();
      PrimitiveIterator.OfLong next = seeds.iterator();
      while (true) {
        while (places.size() < AHEAD * jobs && next.hasNext()) {
          Place place = new Place(next.nextLong());
          places.add(place);
          queue.add(place);
          workers.execute(() -> queue.take().result.run());
        }
        if (places.isEmpty()) {
          return;
        }
        Optional<T> result = result(places.remove().result, waiting);
        if (result.isEmpty()) {
          return;
        }
        results.accept(result.get());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** The place of a seed in the order; its result is empty if it does not begin. */
  private final class Place {

    private final long seed;
    private final FutureTask<Optional<T>> result = new FutureTask<>(this::work);
    private boolean stopped;

    private Place(long seed) {
      this.seed = seed;
    }

    private Optional<T> work() {
      return stopped ? Optional.empty() : Optional.of(work.apply(seed));
    }
  }

  /** The seeds that no thread has taken yet. A seed begins only if all before it have begun. */
  private final class Queue {

    private final Deque<Place> waiting = new ArrayDeque<>();
    private final BooleanSupplier stop;

    private Queue(BooleanSupplier stop) {
      this.stop = stop;
    }

    private synchronized void add(Place place) {
      waiting.add(place);
    }

    private synchronized Place take() {
      Place place = waiting.remove();
      place.stopped = stop.getAsBoolean();
      return place;
    }
  }

  private static <R> R result(Future<R> future, Runnable waiting) {
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
