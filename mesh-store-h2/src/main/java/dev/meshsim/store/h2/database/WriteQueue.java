package dev.meshsim.store.h2.database;

import dev.meshsim.error.MeshException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The queue of changes to be written, and the turn to write them, which one thread has at a time.
 * Thread-safe.
 */
final class WriteQueue {

  private static final int MOST_TICKETS = 256;

  /** The change of one thread and, when {@link #done}, its result. */
  static final class Ticket {

    private final GroupWriter.Unit unit;
    private volatile boolean done;
    private boolean applied;
    private @Nullable MeshException failure;

    Ticket(GroupWriter.Unit unit) {
      this.unit = unit;
    }

    /** Applies the change; the last call before {@link #done} gives the result. */
    void apply(Session session, ChangeCounter head) throws SQLException {
      applied = unit.apply(session, head);
    }

    void done() {
      done = true;
    }

    void fail(MeshException reason) {
      failure = reason;
      done = true;
    }

    /** Returns true if the unit changed anything, or throws the failure. */
    boolean result() {
      if (failure != null) {
        throw failure;
      }
      return applied;
    }
  }

  private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
  private final Object turn = new Object();
  private boolean taken;

  void add(Ticket ticket) {
    queue.add(ticket);
  }

  /** Removes the next tickets, oldest first, at most {@value #MOST_TICKETS}. */
  List<Ticket> nextBatch() {
    List<Ticket> batch = new ArrayList<>();
    Ticket ticket;
    while (batch.size() < MOST_TICKETS && (ticket = queue.poll()) != null) {
      batch.add(ticket);
    }
    return batch;
  }

  /**
   * Waits for the turn to write. Returns false, without the turn, once another thread has written
   * the ticket's change. A monitor wakes all waiting threads at once. With a lock they would wake
   * one by one, and a thread that came meanwhile would write a batch of one. An interrupt does not
   * end the wait: another thread may be writing the change, which cannot be taken back.
   */
  boolean takeTurn(Ticket ticket) {
    boolean interrupted = false;
    synchronized (turn) {
      while (taken && !ticket.done) {
        interrupted |= DurableMark.waitOnce(turn);
      }
      boolean mine = !ticket.done;
      taken |= mine;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return mine;
    }
  }

  void endTurn() {
    synchronized (turn) {
      taken = false;
      turn.notifyAll();
    }
  }
}
