package dev.meshsim.audit;

import dev.meshsim.audit.record.LogSourceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs tasks on a pool and consumes their results in the order of submission. The number of tasks
 * ahead of the consumer is bounded, and so is memory. An interrupt ends the wait for a result with
 * {@link LogSourceException}: verifying only reads, so nothing is left half done.
 */
final class InOrder<T> {
  private final String source;
  private final ExecutorService pool;
  private final int ahead;
  private final Consumer<T> taker;
  private final Deque<Future<T>> running = new ArrayDeque<>();

  /**
   * A queue.
   *
   * @param source the name of the log, for failures
   */
  InOrder(String source, ExecutorService pool, int threads, Consumer<T> taker) {
    this.source = source;
    this.pool = pool;
    this.ahead = 2 * threads + 1;
    this.taker = taker;
  }

  void submit(Callable<T> task) {
    if (running.size() >= ahead) {
      takeOne();
    }
    running.add(pool.submit(task));
  }

  void finish() {
    while (!running.isEmpty()) {
      takeOne();
    }
  }

  private void takeOne() {
    try {
      taker.accept(running.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LogSourceException.interrupted(source, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a record could not be checked", e.getCause());
    }
  }
}
