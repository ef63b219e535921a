package dev.meshsim.store.h2.database;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.h2.database.WriteQueue.Ticket;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: batches concurrent changes into one SQL transaction and one sync. The first waiting
 * thread becomes the leader and writes for all. Thread-safe.
 */
public final class GroupWriter implements AutoCloseable {

  /** The change of one caller. */
  @FunctionalInterface
  public interface Unit {
    /**
     * Makes the change. May run again after a conflict with another process.
     *
     * @return false, without a change, if the data that the change rests on is stale
     */
    boolean apply(Session session, ChangeCounter head) throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger(GroupWriter.class.getName());

  private final Database database;
  private final Retry retry;
  private final LongAdder syncs;
  private final WriteQueue queue = new WriteQueue();
  private final DurableMark durable;
  private final @Nullable SnapshotClock visibility;
  private final boolean claimed;

  /** Used by the thread whose turn it is, and so is the mark that it has failed. */
  private Session session;

  private boolean broken;

  /**
   * Opens the connection for writing.
   *
   * @param shared true if other processes may write too; otherwise they are locked out until this
   *     writer is closed
   */
  public GroupWriter(Database database, Retry retry, LongAdder syncs, boolean shared)
      throws SQLException {
    this.database = database;
    this.retry = retry;
    this.syncs = syncs;
    this.durable = new DurableMark(database.place());
    this.session = database.connect();
    boolean ready = false;
    boolean mine = false;
    try {
      mine = !shared && database.claim(session);
      if (!shared && !mine) {
        throw DatabaseException.locked(database.place());
      }
      claimed = mine;
      long last = ChangeCounter.read(session).last();
      durable.advance(last);
      visibility =
          database.dialect().soleWriter() ? new SnapshotClock(last, LatestRecords.ofHeap()) : null;
      session.rollback();
      ready = true;
    } finally {
      if (!ready) {
        end(mine);
      }
    }
  }

  /** The clock of snapshots, or null if other processes make changes as well. */
  @Nullable SnapshotClock visibility() {
    return visibility;
  }

  /**
   * Makes a change, in one batch with those of other threads.
   *
   * @return true when the change is durable, false if the unit made none
   */
  boolean write(Unit unit) {
    Ticket ticket = new Ticket(unit);
    queue.add(ticket);
    while (queue.takeTurn(ticket)) {
      try {
        writeBatch(queue.nextBatch());
      } finally {
        queue.endTurn();
      }
    }
    return ticket.result();
  }

  /** Like {@link #write}, in a batch of its own and on this thread. */
  boolean writeAlone(Unit unit) {
    Ticket ticket = new Ticket(unit);
    queue.takeTurn(ticket);
    try {
      writeBatch(List.of(ticket));
    } finally {
      queue.endTurn();
    }
    return ticket.result();
  }

  private void writeBatch(List<Ticket> batch) {
    if (durable.isLost()) {
      batch.forEach(ticket -> ticket.fail(durable.failure()));
      return;
    }
    try {
      retry.run(() -> attempt(batch));
      batch.forEach(Ticket::done);
    } catch (LostChangeException e) {
      batch.forEach(ticket -> ticket.fail(e));
    } catch (SQLException | MeshException e) {
      // The SQL transaction was rolled back.
      if (batch.size() > 1) {
        // One change fails. The others succeed when each is written by itself.
        batch.forEach(ticket -> writeBatch(List.of(ticket)));
      } else {
        batch.get(0).fail(failure(e));
      }
    } catch (RuntimeException | Error e) {
      LostChangeException broken = durable.lose(e);
      batch.forEach(ticket -> ticket.fail(broken));
      throw e;
    }
  }

  private MeshException failure(Exception e) {
    return e instanceof MeshException own
        ? own
        : DatabaseException.failed(database.place(), "write", e);
  }

  private boolean attempt(List<Ticket> batch) throws SQLException {
    ChangeCounter head;
    long transaction = 0;
    boolean ready = false;
    renew();
    try {
      database.dialect().lockChanges(session);
      head = ChangeCounter.read(session);
      requireNewest(head);
      for (Ticket ticket : batch) {
        ticket.apply(session, head);
      }
      if (head.changed()) {
        head.write(session);
      }
      if (head.writes() && reconnects()) {
        transaction = database.dialect().transaction(session);
      }
      ready = true;
    } finally {
      if (!ready) {
        rollback();
      }
    }
    finish(head, transaction);
    return true;
  }

  /** True if a lost connection costs nothing that the writer holds: other processes write too. */
  private boolean reconnects() {
    return !claimed && !database.dialect().soleWriter();
  }

  private void renew() throws SQLException {
    if (broken) {
      Database.close(session);
      session = database.connect();
      broken = false;
    }
  }

  /** A server that was set back must not go on: others have seen what it no longer has. */
  private void requireNewest(ChangeCounter head) {
    if (reconnects() && durable.reached(head.last() + 1)) {
      LostChangeException older =
          LostChangeException.olderCopy(database.place(), head.last(), durable.last());
      LOG.log(System.Logger.Level.ERROR, older.getMessage());
      throw durable.lose(older);
    }
  }

  private void finish(ChangeCounter head, long transaction) throws SQLException {
    SnapshotClock seen = head.changed() ? visibility : null;
    if (seen != null) {
      seen.begin(head.last(), head.moved());
    }
    try {
      session.commit();
      if (seen != null) {
        seen.end();
      }
      if (head.writes()) {
        syncs.increment();
        database.force(session);
      }
    } catch (SQLException e) {
      if (visibility == null && SqlDialect.overtaken(e)) {
        rollback();
        throw e;
      }
      if (!reconnects() || !SqlDialect.disconnected(e)) {
        throw durable.lose(e);
      }
      broken = true;
      if (head.writes() && !wasCommitted(transaction, e)) {
        // It has changed nothing, so it is made again.
        throw e;
      }
    }
    durable.advance(head.last());
  }

  /**
   * Finds out on a new connection whether a commit whose answer is missing was made.
   *
   * @throws LostChangeException {@code store.database.unknown-outcome} if the server cannot be
   *     asked; later changes are accepted, since each begins with what the server has
   */
  private boolean wasCommitted(long transaction, SQLException cause) {
    try {
      renew();
      boolean committed = database.dialect().committed(session, transaction);
      session.rollback();
      return committed;
    } catch (SQLException e) {
      broken = true;
      cause.addSuppressed(e);
      throw LostChangeException.unknownOutcome(database.place(), cause);
    }
  }

  private void rollback() {
    try {
      session.rollback();
    } catch (SQLException e) {
      if (!reconnects()) {
        throw durable.lose(e);
      }
      broken = true;
    }
  }

  /** Returns when change {@code number}, which a reader has seen, is durable. */
  void awaitDurable(long number) {
    if (durable.reached(number)) {
      return;
    }
    if (database.dialect().visibleIsDurable()) {
      durable.advance(number);
    } else {
      durable.await(number);
    }
  }

  /** Ends the connection, and releases its claim first. */
  private void end(boolean release) {
    if (release) {
      database.release(session);
    }
    Database.close(session);
  }

  /** Waits for the current batch and ends the connection. */
  @Override
  public void close() {
    queue.takeTurn(new Ticket((session, head) -> false));
    try {
      end(claimed);
    } finally {
      queue.endTurn();
    }
  }
}
