package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Runs cases in several threads and hands their events on in order, case by case, in the caller's
 * thread. At most {@value #AHEAD} cases for each thread have begun, or have ended and wait for
 * their turn, so the memory does not grow with the number of cases.
 */
final class OrderedWork {

  /** A case with RSA keys takes as long as a dozen others, behind which no thread is to idle. */
  static final int AHEAD = 16;

  private final int jobs;
  private final BooleanSupplier stopped;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger mostWaiting = new AtomicInteger();

  /**
   * A case that has begun.
   *
   * @param events its events so far, and an empty value when it has ended
   * @param end done when the case has ended
   */
  private record Begun(BlockingQueue<Optional<RunEvent>> events, Future<?> end) {}

  /** A case that sends its events to a listener. */
  interface Work {
    void run(RunListener events);

    /** Removes what the case wrote; the event of its end will not be handed on. */
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
   * Runs each work until the run is stopped. The events of the case whose turn it is are handed on
   * as they happen; of a case that is stopped, none after the stop.
   *
   * @return the number of works whose events were all handed on
   */
  int run(List<? extends Work> works, RunListener out) {
    return jobs == 1 ? inTurn(works, out) : atOnce(works, out);
  }

  private int inTurn(List<? extends Work> works, RunListener out) {
    int done = 0;
    for (Work work : works) {
      if (stopped.getAsBoolean()) {
        break;
      }
      Delivery delivery = new Delivery(out);
      hold(1);
      work.run(delivery);
      hold(-1);
      if (delivery.isCut()) {
        work.discard();
        break;
      }
      done++;
    }
    return done;
  }

  /** Hands the events of one case on until the run is stopped. */
  private final class Delivery implements RunListener {

    private final RunListener out;
    private boolean cut;

    private Delivery(RunListener out) {
      this.out = out;
    }

    @Override
    public void on(RunEvent event) {
      cut |= stopped.getAsBoolean();
      if (!cut) {
        out.on(event);
      }
    }

    /** True if an event was not handed on. */
    private boolean isCut() {
      return cut;
    }
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
        if (head == null || !handOn(head, out)) {
          break;
        }
        begun.remove();
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

  /** Hands the events of a case on, to its end; false if the run was stopped before. */
  private boolean handOn(Begun head, RunListener out) {
    Delivery delivery = new Delivery(out);
    try {
      Optional<RunEvent> event = head.events().take();
      while (event.isPresent()) {
        delivery.on(event.get());
        event = head.events().take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the run was interrupted", e);
    }
    await(head.end());
    return !delivery.isCut();
  }

  private Begun begin(ExecutorService threads, Work work) {
    BlockingQueue<Optional<RunEvent>> events = new LinkedBlockingQueue<>();
    Future<?> end =
        threads.submit(
            () -> {
              hold(1);
              try {
                work.run(event -> events.add(Optional.of(event)));
              } finally {
                events.add(Optional.empty());
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
