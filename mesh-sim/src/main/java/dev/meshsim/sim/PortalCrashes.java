package dev.meshsim.sim;

import dev.meshsim.log.Change;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.PortalStore;
import dev.meshsim.sim.disk.SimulatedCrash;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The crashes that wait for the requests of one portal. Each happens once, in the next request that
 * changes something, in the order in which they were planned. They outlive the portal's program.
 */
public final class PortalCrashes {

  private final Deque<Planned> waiting = new ArrayDeque<>();
  private final Runnable happened;
  private boolean acting;

  /**
   * Without crashes at first.
   *
   * @param happened called when one happens
   */
  public PortalCrashes(Runnable happened) {
    this.happened = happened;
  }

  /**
   * A crash that waits for a request.
   *
   * @param stored true to kill the program when the transaction is durable; false to kill it before
   *     anything is stored
   * @param origin where it was planned, for a report: a line of a scenario, for example
   */
  public record Planned(boolean stored, String origin) {}

  /** Plans a crash, after those that wait already. */
  public void plan(Planned crash) {
    waiting.add(crash);
  }

  /** Forgets every crash that has not happened. */
  public void forget() {
    waiting.clear();
  }

  /** The crashes that have not happened. */
  public List<Planned> unfinished() {
    return List.copyOf(waiting);
  }

  /**
   * Lets the portal act on a request, in which a crash may happen.
   *
   * @throws SimulatedCrash if one does
   */
  public <T> T during(Supplier<T> request) {
    acting = true;
    try {
      return request.get();
    } finally {
      acting = false;
    }
  }

  /** The store as a portal's program has it. */
  public PortalStore over(PortalStore store) {
    return new CrashingStore(store);
  }

  private Optional<Planned> next() {
    return acting ? Optional.ofNullable(waiting.peek()) : Optional.empty();
  }

  private SimulatedCrash crash(String operation) {
    waiting.remove();
    happened.run();
    return new SimulatedCrash(operation);
  }

  /** A transaction that notes whether it changes anything. */
  private static final class Watched extends ForwardingPortalStore.Forwarding {

    private boolean changes;

    Watched(PortalStore.Transaction transaction) {
      super(transaction);
    }

    @Override
    public void put(Change change) {
      changes = true;
      super.put(change);
    }
  }

  /** The store of the program that a crash ends. */
  private final class CrashingStore extends ForwardingPortalStore {

    CrashingStore(PortalStore store) {
      super(store);
    }

    @Override
    public <T> T transact(Work<T> work) {
      Optional<Planned> crash = next();
      if (crash.isEmpty()) {
        return store().transact(work);
      }
      boolean[] changes = new boolean[1];
      T done =
          store()
              .transact(
                  tx -> {
                    Watched watched = new Watched(tx);
                    T result = work.run(watched);
                    changes[0] = watched.changes;
                    if (changes[0] && !crash.get().stored()) {
                      throw crash("store anything");
                    }
                    return result;
                  });
      if (changes[0]) {
        throw crash("answer");
      }
      return done;
    }
  }
}
