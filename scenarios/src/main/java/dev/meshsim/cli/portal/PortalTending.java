package dev.meshsim.cli.portal;

import dev.meshsim.error.MeshException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The thread that has a portal do what is due besides the requests, every second, and those that
 * ask its witnesses and peers. All are daemons.
 */
final class PortalTending implements AutoCloseable {

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final int MOST_THREADS = 32;

  private final Consumer<Executor> portal;
  private final Consumer<String> notes;
  private final ScheduledExecutorService clock;
  private final ExecutorService askers;
  private volatile boolean closed;
  private String last = "";

  private PortalTending(Consumer<Executor> portal, int partners, Consumer<String> notes) {
    this.portal = portal;
    this.notes = notes;
    this.clock = Executors.newSingleThreadScheduledExecutor(named("mesh-portal-tending"));
    this.askers =
        Executors.newFixedThreadPool(Math.min(partners, MOST_THREADS), named("mesh-portal-asking"));
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Starts the threads.
   *
   * @param portal is given an executor for questions, each of which may take long
   * @param partners how many may be asked at once
   * @param notes receives a line when something failed in a new way
   */
  static PortalTending start(Consumer<Executor> portal, int partners, Consumer<String> notes) {
    PortalTending made = new PortalTending(portal, partners, notes);
    made.clock.scheduleWithFixedDelay(made::tend, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    return made;
  }

  private void tend() {
    try {
      portal.accept(this::ask);
      last = "";
    } catch (MeshException e) {
      note(e.problem());
    } catch (RejectedExecutionException e) {
      // The end of this object.
      return;
    } catch (RuntimeException e) {
      note(e.toString());
    }
  }

  /** Runs a question; a failure that nobody expected ends neither the thread nor the process. */
  private void ask(Runnable question) {
    askers.execute(
        () -> {
          try {
            question.run();
          } catch (MeshException e) {
            tell(e.problem());
          } catch (RuntimeException e) {
            tell(e.toString());
          }
        });
  }

  private void note(String problem) {
    if (!problem.equals(last)) {
      last = problem;
      tell(problem);
    }
  }

  private void tell(String problem) {
    if (!closed) {
      notes.accept("the log is not tended: " + problem);
    }
  }

  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    askers.shutdownNow();
  }
}
