package dev.meshsim.store.h2.database;

import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The common part of both kinds of store: read a snapshot, write durably, close. Thread-safe. */
public final class SqlStore implements AutoCloseable {

  /** Reads through a connection. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads; may run again.
     *
     * @param snapshot the number of the last change in the snapshot
     */
    T run(Session session, long snapshot) throws SQLException;
  }

  private final Retry retry;
  private final Runnable release;
  private final Erasure erasure;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private final LongAdder syncs = new LongAdder();
  private volatile Database database;
  private volatile @Nullable GroupWriter writer;
  private boolean closed;

  /** Opens a store in whose storage the octets of deleted rows may remain; see below. */
  public SqlStore(
      Database database, Schema schema, String content, RandomStream random, Runnable release)
      throws SQLException {
    this(database, schema, content, random, release, Erasure.NONE);
  }

  /**
   * Opens a store.
   *
   * @param release releases the claim of the store
   */
  SqlStore(
      Database database,
      Schema schema,
      String content,
      RandomStream random,
      Runnable release,
      Erasure erasure)
      throws SQLException {
    this.database = database;
    this.erasure = erasure;
    this.retry = new Retry(database.place(), random);
    this.release = release;
    // H2 closes a database, and forgets one in memory, when the last connection ends.
    Session first = database.connect();
    try {
      schema.apply(database, content);
      this.writer = new GroupWriter(database, retry, syncs, schema.shared());
    } finally {
      Database.close(first);
    }
    boolean ready = false;
    try {
      eraseIfDue();
      ready = true;
    } finally {
      if (!ready) {
        closeDatabase();
      }
    }
  }

  /** A store that only reads; nothing is made or claimed. */
  private SqlStore(Database database, RandomStream random) {
    this.database = database;
    this.retry = new Retry(database.place(), random);
    this.release = () -> {};
    this.erasure = Erasure.NONE;
  }

  /** Opens existing tables to read them; only for a database that keeps visible data. */
  public static SqlStore openForReading(
      Database database, Schema schema, String content, RandomStream random) throws SQLException {
    schema.require(database, content);
    return new SqlStore(database, random);
  }

  public String place() {
    return database.place();
  }

  public SqlDialect dialect() {
    return database.dialect();
  }

  /** The number of times that the store waited for the disk. */
  public long syncs() {
    return syncs.sum();
  }

  /** Reads a snapshot; returns when all of it is on the disk. */
  public <T> T read(Reading<T> reading) {
    long[] seen = new long[1];
    T result =
        readAhead(
            (session, snapshot) -> {
              seen[0] = snapshot;
              return reading.run(session, snapshot);
            });
    awaitDurable(seen[0]);
    return result;
  }

  /** Returns when change {@code number}, which a reader has seen, is on the disk. */
  public void awaitDurable(long number) {
    GroupWriter current = writer;
    if (current != null) {
      current.awaitDurable(number);
    }
  }

  /**
   * Reads a snapshot that may not be durable yet; the caller waits before it returns the result.
   */
  public <T> T readAhead(Reading<T> reading) {
    open.readLock().lock();
    try {
      requireOpen();
      return retry.run(() -> readOnce(reading));
    } catch (SQLException e) {
      throw DatabaseException.failed(place(), "read", e);
    } finally {
      open.readLock().unlock();
    }
  }

  private <T> T readOnce(Reading<T> reading) throws SQLException {
    GroupWriter current = writer;
    SnapshotClock visibility = current == null ? null : current.visibility();
    Snapshot moment = visibility == null ? null : visibility.moment();
    if (moment != null) {
      try {
        return readMoment(reading, moment);
      } catch (Snapshot.PassedException e) {
        // The slow path has an SQL transaction, which commits do not disturb.
      }
    }
    return readSnapshot(reading);
  }

  /** The fast path: only the statements of the reading, without an SQL transaction. */
  private <T> T readMoment(Reading<T> reading, Snapshot moment) throws SQLException {
    Session session = database.moments().borrow();
    boolean sound = false;
    try {
      session.see(moment);
      T result = reading.run(session, moment.number());
      sound = true;
      return result;
    } catch (Snapshot.PassedException e) {
      sound = true;
      throw e;
    } finally {
      session.see(null);
      database.moments().giveBack(session, sound);
    }
  }

  private <T> T readSnapshot(Reading<T> reading) throws SQLException {
    Session session = database.snapshots().borrow();
    boolean sound = false;
    try {
      long snapshot = ChangeCounter.read(session).last();
      T result = reading.run(session, snapshot);
      session.commit();
      sound = true;
      return result;
    } finally {
      database.snapshots().giveBack(session, sound);
    }
  }

  /** Changes the data; see {@link GroupWriter#write}. */
  public boolean write(GroupWriter.Unit unit) {
    open.readLock().lock();
    try {
      requireOpen();
      return requireWriter().write(unit);
    } finally {
      open.readLock().unlock();
    }
  }

  /** Changes the data; see {@link GroupWriter#writeAlone}. */
  public boolean writeAlone(GroupWriter.Unit unit) {
    open.readLock().lock();
    try {
      requireOpen();
      return requireWriter().writeAlone(unit);
    } finally {
      open.readLock().unlock();
    }
  }

  /** True if {@link #writeAndErase} rids the storage of the octets of deleted rows. */
  public boolean erases() {
    return erasure.isPossible();
  }

  /**
   * Changes the data as {@link #write} does. If the change says that it deletes secrets ({@link
   * Schema#ERASE}), their octets are in no file of the store when this returns.
   *
   * @throws DatabaseException if the change failed, or if it is durable but the octets are still
   *     there; then the next opening removes them
   */
  public boolean writeAndErase(GroupWriter.Unit unit) {
    if (!erases()) {
      return write(unit);
    }
    open.writeLock().lock();
    try {
      requireOpen();
      boolean done = requireWriter().write(unit);
      eraseIfDue();
      return done;
    } catch (SQLException e) {
      throw DatabaseException.failed(place(), "erase deleted keys from", e);
    } finally {
      open.writeLock().unlock();
    }
  }

  /** Nobody else uses the store. */
  private void eraseIfDue() throws SQLException {
    if (erasure.isDue(database)) {
      closeDatabase();
      try {
        erasure.run();
      } finally {
        database = database.again();
        writer = new GroupWriter(database, retry, syncs, false);
      }
    }
  }

  private GroupWriter requireWriter() {
    GroupWriter current = writer;
    if (current == null) {
      throw StoreException.readOnly(place());
    }
    return current;
  }

  /** True after {@link #close}. */
  public boolean isClosed() {
    open.readLock().lock();
    try {
      return closed;
    } finally {
      open.readLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this store was closed");
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      try {
        closeDatabase();
      } finally {
        release.run();
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private void closeDatabase() {
    GroupWriter current = writer;
    if (current != null) {
      current.close();
    }
    database.close();
  }
}
