package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Runs cases in several threads and hands their events on in order, case by case, in the caller's
 * thread. At most {@value #AHEAD} cases for each thread have begun, or have ended and wait for
 * their turn, so the memory does not grow with the number of cases.
 */
final class OrderedWork {

  /** More threads would idle behind a slow case if this were smaller. */
  static final int AHEAD = 4;

  private final int jobs;
  private final BooleanSupplier stopped;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger mostWaiting = new AtomicInteger();

  /** The events of a case; they are complete once its future is done. */
  private record Begun(List<RunEvent> events, Future<?> end) {}

  /** A case that sends its events to a listener. */
  interface Work {
    void run(RunListener events);

    /** Removes what the case wrote; its events will not be handed on. */
    void discard();
  }

  OrderedWork(int jobs, BooleanSupplier stopped) {
    this.jobs = jobs;
    this.stopped = stopped;
  }

  /** The most cases whose events were held at once. */
  int mostWaiting() {
    return mostWaiting.get();
  }

  /**
   * Runs each work until the run is stopped.
   *
   * @return the number of works whose events were handed on
   */
  int run(List<? extends Work> works, RunListener out) {
    return jobs == 1 ? inTurn(works, out) : atOnce(works, out);
  }

  /** Events of a case that is stopped meanwhile are not handed on either. */
  private int inTurn(List<? extends Work> works, RunListener out) {
    int done = 0;
    for (Work work : works) {
      if (stopped.getAsBoolean()) {
        break;
      }
      List<RunEvent> events = new ArrayList<>();
      work.run(events::add);
      hold(1);
      if (stopped.getAsBoolean()) {
        work.discard();
        break;
      }
      events.forEach(out::on);
      hold(-1);
      done++;
    }
    return done;
  }

  private int atOnce(List<? extends Work> works, RunListener out) {
    ExecutorService threads = Executors.newFixedThreadPool(jobs, OrderedWork::thread);
    Deque<Begun> begun = new ArrayDeque<>();
    Iterator<? extends Work> rest = works.iterator();
    int done = 0;
    try {
      while (!stopped.getAsBoolean()) {
        while (begun.size() < jobs * AHEAD && rest.hasNext()) {
          begun.add(begin(threads, rest.next()));
        }
        Begun head = begun.peek();
        if (head == null) {
          break;
        }
        await(head.end());
        if (stopped.getAsBoolean()) {
          break;
        }
        begun.remove();
        head.events().forEach(out::on);
        hold(-1);
        done++;
      }
      begun.forEach(each -> each.end().cancel(false));
    } finally {
      threads.shutdown();
      waitForThreads(threads);
    }
    for (int n = done; n < done + begun.size(); n++) {
      works.get(n).discard();
    }
    return done;
  }

  private Begun begin(ExecutorService threads, Work work) {
    List<RunEvent> events = new ArrayList<>();
    Future<?> end =
        threads.submit(
            () -> {
              if (!stopped.getAsBoolean()) {
                work.run(events::add);
                hold(1);
              }
            });
    return new Begun(events, end);
  }

  private void hold(int more) {
    int now = waiting.addAndGet(more);
    mostWaiting.accumulateAndGet(now, Math::max);
  }

  private static void await(Future<?> end) {
    try {
      end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | CancellationException e) {
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  private static void waitForThreads(ExecutorService threads) {
    try {
      threads.awaitTermination(Long.MAX_VALUE, java.util.concurrent.TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mesh-sim case");
    thread.setDaemon(true);
    return thread;
  }
}
