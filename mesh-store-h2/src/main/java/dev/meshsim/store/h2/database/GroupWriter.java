package dev.meshsim.store.h2.database;

import dev.meshsim.error.MeshException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes of all who ask in one SQL transaction, and forces it to the disk once. Whoever
 * finds the writer free writes for all who wait.
 */
public final class GroupWriter implements AutoCloseable {

  private static final int MOST_UNITS = 256;

  /** What one caller wants changed. */
  @FunctionalInterface
  public interface Unit {
    /** Makes the changes; false, and none, if what they rest on is not so any more. */
    boolean apply(Session session, ChangeCounter head) throws SQLException;
  }

  private static final class Ticket {
    private final Unit unit;
    private volatile boolean done;
    private boolean applied;
    private @Nullable MeshException failure;

    Ticket(Unit unit) {
      this.unit = unit;
    }
  }

  private final Database database;
  private final Retry retry;
  private final LongAdder syncs;
  private final Session session;
  private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
  private final Object progress = new Object();
  private final @Nullable SnapshotClock visibility;
  private final boolean claimed;
  private volatile long durable;
  private boolean writing;
  private volatile DatabaseException.@Nullable Lost lost;

  /**
   * Opens the connection that writes.
   *
   * @param shared false to keep other writers out until this one is closed
   */
  public GroupWriter(Database database, Retry retry, LongAdder syncs, boolean shared)
      throws SQLException {
    this.database = database;
    this.retry = retry;
    this.syncs = syncs;
    this.session = database.connect();
    boolean ready = false;
    boolean mine = false;
    try {
      mine = !shared && database.claim(session);
      if (!shared && !mine) {
        throw DatabaseException.locked(database.place());
      }
      claimed = mine;
      durable = ChangeCounter.read(session).last();
      visibility =
          database.dialect().soleWriter()
              ? new SnapshotClock(durable, LatestRecords.ofHeap())
              : null;
      session.rollback();
      ready = true;
    } finally {
      if (!ready) {
        end(mine);
      }
    }
  }

  /** What is seen, or null if others make changes as well. */
  @Nullable SnapshotClock visibility() {
    return visibility;
  }

  /** Makes changes, perhaps with others'; returns when they are on the disk, or false if none. */
  boolean write(Unit unit) {
    Ticket ticket = new Ticket(unit);
    queue.add(ticket);
    while (takeTurn(ticket)) {
      try {
        writeBatch(nextBatch());
      } finally {
        endTurn();
      }
    }
    return result(ticket);
  }

  /** As {@link #write}, at once and on this thread. */
  boolean writeAlone(Unit unit) {
    Ticket ticket = new Ticket(unit);
    takeTurn(ticket);
    try {
      writeBatch(List.of(ticket));
    } finally {
      endTurn();
    }
    return result(ticket);
  }

  /**
   * Waits until it is this thread's turn to write, or until another has written the ticket's unit:
   * then it is false. All who wait for one write are told at once; if they queued for a lock, who
   * comes next would write alone while they get it one by one.
   */
  private boolean takeTurn(Ticket ticket) {
    boolean interrupted = false;
    synchronized (progress) {
      while (writing && !ticket.done) {
        interrupted |= waitedInVain();
      }
      boolean mine = !ticket.done;
      writing |= mine;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return mine;
    }
  }

  private void endTurn() {
    synchronized (progress) {
      writing = false;
      progress.notifyAll();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the callers loop
  private boolean waitedInVain() {
    try {
      progress.wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static boolean result(Ticket ticket) {
    if (ticket.failure != null) {
      throw ticket.failure;
    }
    return ticket.applied;
  }

  private List<Ticket> nextBatch() {
    List<Ticket> batch = new ArrayList<>();
    Ticket ticket;
    while (batch.size() < MOST_UNITS && (ticket = queue.poll()) != null) {
      batch.add(ticket);
    }
    return batch;
  }

  private void writeBatch(List<Ticket> batch) {
    DatabaseException.Lost gone = lost;
    if (gone != null) {
      batch.forEach(ticket -> fail(ticket, new DatabaseException.Lost(database.place(), gone)));
      return;
    }
    try {
      retry.run(() -> attempt(batch));
      batch.forEach(ticket -> ticket.done = true);
    } catch (DatabaseException.Lost e) {
      batch.forEach(ticket -> fail(ticket, e));
    } catch (SQLException | MeshException e) {
      // Nothing was changed.
      if (batch.size() > 1) {
        // One of them fails; the others are not to blame.
        batch.forEach(ticket -> writeBatch(List.of(ticket)));
      } else {
        fail(batch.get(0), failure(e));
      }
    } catch (RuntimeException | Error e) {
      DatabaseException.Lost broken = lose(e);
      batch.forEach(ticket -> fail(ticket, broken));
      throw e;
    }
  }

  private MeshException failure(Exception e) {
    return e instanceof MeshException own
        ? own
        : DatabaseException.failed(database.place(), "write", e);
  }

  private static void fail(Ticket ticket, MeshException failure) {
    ticket.failure = failure;
    ticket.done = true;
  }

  private boolean attempt(List<Ticket> batch) throws SQLException {
    ChangeCounter head;
    boolean ready = false;
    try {
      database.dialect().lockChanges(session);
      head = ChangeCounter.read(session);
      for (Ticket ticket : batch) {
        ticket.applied = ticket.unit.apply(session, head);
      }
      if (head.changed()) {
        head.write(session);
      }
      ready = true;
    } finally {
      if (!ready) {
        rollback();
      }
    }
    finish(head);
    return true;
  }

  private void finish(ChangeCounter head) throws SQLException {
    SnapshotClock seen = head.changed() ? visibility : null;
    if (seen != null) {
      seen.begin(head.last(), head.moved());
    }
    try {
      session.commit();
      if (seen != null) {
        seen.end();
      }
      if (head.changed()) {
        syncs.increment();
        database.force(session);
      }
    } catch (SQLException e) {
      if (visibility == null && SqlDialect.overtaken(e)) {
        rollback();
        throw e;
      }
      throw lose(e);
    }
    advance(head.last());
  }

  private void rollback() {
    try {
      session.rollback();
    } catch (SQLException e) {
      throw lose(e);
    }
  }

  private DatabaseException.Lost lose(Throwable cause) {
    DatabaseException.Lost e = new DatabaseException.Lost(database.place(), cause);
    lost = e;
    advance(0);
    return e;
  }

  private void advance(long last) {
    synchronized (progress) {
      durable = Math.max(durable, last);
      progress.notifyAll();
    }
  }

  /** Returns when change {@code number}, which somebody has seen, is on the disk. */
  void awaitDurable(long number) {
    if (number <= durable || database.dialect().visibleIsDurable()) {
      return;
    }
    boolean interrupted = false;
    synchronized (progress) {
      while (durable < number && lost == null) {
        interrupted |= waitedInVain();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      DatabaseException.Lost gone = lost;
      if (durable < number && gone != null) {
        throw new DatabaseException.Lost(database.place(), gone);
      }
    }
  }

  /** Ends the connection; what it claimed is free before that. */
  private void end(boolean release) {
    if (release) {
      database.release(session);
    }
    Database.close(session);
  }

  /** Waits for who writes now, and ends the connection. */
  @Override
  public void close() {
    takeTurn(new Ticket((session, head) -> false));
    try {
      end(claimed);
    } finally {
      endTurn();
    }
  }
}
