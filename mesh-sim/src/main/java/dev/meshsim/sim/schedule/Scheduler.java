package dev.meshsim.sim.schedule;

import dev.meshsim.world.SeededWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time, in virtual time. Each has a thread for as long as it runs, and exactly
 * one of them has the baton. Who hands over asks the order for the next turn, moves the clock, and
 * passes the baton; so everything that actors share needs no lock of its own.
 */
public final class Scheduler {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "mesh-sim actor");
            thread.setDaemon(true);
            return thread;
          });

  private final SeededWorld world;
  private final Order order;
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Semaphore ended = new Semaphore(0);
  private final List<Turn> taken = new ArrayList<>();
  private volatile @Nullable Throwable failure;
  private volatile boolean stopped;

  /** Makes a scheduler for one {@link #run}. */
  public Scheduler(SeededWorld world, Order order) {
    this.world = world;
    this.order = order;
  }

  /** An actor while it runs. */
  private final class Actor implements Turns {

    private final String name;
    private final Semaphore baton = new Semaphore(0);
    private Waiting waiting;

    Actor(String name) {
      this.name = name;
      this.waiting = new Waiting(name, HandOver.BEGIN, world.now());
    }

    @Override
    public void handOver(HandOver at) {
      handOver(at, world.now());
    }

    @Override
    public boolean pause(Duration time) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      handOver(HandOver.PAUSE, world.now().plus(time));
      return true;
    }

    private void handOver(HandOver at, Instant earliest) {
      waiting = new Waiting(name, at, earliest);
      Actor next = next();
      if (next != this) {
        next.baton.release();
        baton.acquireUninterruptibly();
      }
      requireGoing();
    }

    private void requireGoing() {
      if (stopped) {
        throw new ActorStopped(name);
      }
    }

    void work(ActorWork work) {
      baton.acquireUninterruptibly();
      try {
        requireGoing();
        work.run(this);
      } catch (ActorStopped e) {
        // Its end was asked for.
      } catch (Throwable e) {
        failure = e;
        stopped = true;
      } finally {
        actors.remove(name);
        if (actors.isEmpty()) {
          ended.release();
        } else {
          next().baton.release();
        }
      }
    }
  }

  /** The work of an actor; it reaches the world only through what hands over to {@code turns}. */
  @FunctionalInterface
  public interface ActorWork {

    /** Runs until the actor's end. */
    void run(Turns turns);
  }

  /**
   * Runs the actors until each has ended. If one throws, or this thread is interrupted, the others
   * end at their next turn.
   *
   * @param works by the actors' names, at least one, in the order that {@link Order} sees
   * @return the turns that were taken, in order
   */
  public List<Turn> run(Map<String, ActorWork> works) {
    works.keySet().forEach(name -> actors.put(name, new Actor(name)));
    works.forEach(
        (name, work) -> {
          Actor actor = Objects.requireNonNull(actors.get(name));
          THREADS.execute(() -> actor.work(work));
        });
    next().baton.release();
    await();
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return List.copyOf(taken);
  }

  /** Waits for the last actor; an interrupt stops them all. */
  private void await() {
    boolean interrupted = false;
    while (true) {
      try {
        ended.acquire();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        stopped = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the next turn: called with the baton, and before the first one is given. */
  private Actor next() {
    if (stopped) {
      return actors.values().iterator().next();
    }
    Turn turn = order.next(actors.values().stream().map(a -> a.waiting).toList(), world.now());
    world.advance(turn.after());
    taken.add(turn);
    return Objects.requireNonNull(actors.get(turn.actor()));
  }
}
