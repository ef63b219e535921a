package dev.meshsim.store.h2.database;

import dev.meshsim.store.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The differences between H2 and PostgreSQL. */
public enum SqlDialect {
  /**
   * H2 in this process. A commit is visible before it is on the disk, and {@code WRITE_DELAY=0} by
   * itself never waits for the disk; {@code CHECKPOINT SYNC} does.
   */
  H2(List.of()) {
    @Override
    void begin(Session session, boolean readOnly) {
      // The address has all settings.
    }

    @Override
    void lockChanges(Session session) {
      // This process has the file for itself, and one writer.
    }

    @Override
    void force(Session session) throws SQLException {
      session.execute("CHECKPOINT SYNC");
    }

    @Override
    void lockSchema(Session session, String schema) {
      // This process has the file for itself.
    }

    @Override
    boolean claim(Session session, String schema) {
      // The file is claimed.
      return true;
    }

    @Override
    void release(Session session, String schema) {
      // The file's claim ends with the store.
    }

    @Override
    long transaction(Session session) {
      return 0;
    }

    @Override
    boolean committed(Session session, long transaction) {
      throw new UnsupportedOperationException("H2 runs in this process, and is not reconnected");
    }

    /**
     * No other connection makes changes, so this level is equal to serializable; at that level H2
     * 2.5 hides a transaction's own rows from MAX and from a scan in descending order.
     */
    @Override
    int writerIsolation() {
      return Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    boolean visibleIsDurable() {
      return false;
    }

    @Override
    public boolean soleWriter() {
      return true;
    }

    @Override
    public void check(Session session, String place, List<Finding> findings) {
      // H2 has no setting of its own that would undo CHECKPOINT SYNC.
    }
  },

  /**
   * PostgreSQL. A commit is visible only when it is on the server's disk, unless the server or the
   * session is set otherwise.
   */
  POSTGRESQL(List.of("postgresql.sql")) {
    @Override
    void begin(Session session, boolean readOnly) throws SQLException {
      PostgresqlSettings.apply(session, readOnly);
    }

    @Override
    void lockChanges(Session session) throws SQLException {
      // The lock is taken before the snapshot, so that the snapshot has all earlier changes.
      session.execute("LOCK TABLE store_state IN EXCLUSIVE MODE");
    }

    @Override
    void force(Session session) {
      // The commit has waited for the disk.
    }

    @Override
    void lockSchema(Session session, String schema) throws SQLException {
      session.execute("SELECT pg_advisory_lock(" + KeyHash.of(schema) + ")");
    }

    @Override
    boolean claim(Session session, String schema) throws SQLException {
      return session.number("SELECT CAST(pg_try_advisory_lock(?) AS INT)", claimKey(schema)) == 1;
    }

    /** The server ends a connection's locks some time after the connection was closed here. */
    @Override
    void release(Session session, String schema) throws SQLException {
      session.number("SELECT CAST(pg_advisory_unlock(?) AS INT)", claimKey(schema));
    }

    @Override
    long transaction(Session session) throws SQLException {
      return session.number("SELECT txid_current()");
    }

    @Override
    boolean committed(Session session, long transaction) throws SQLException {
      // The lock waits for the server's end of the transaction, if that still goes on.
      lockChanges(session);
      return session.number(COMMITTED, transaction) == 1;
    }

    @Override
    int writerIsolation() {
      return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    boolean visibleIsDurable() {
      return true;
    }

    @Override
    public boolean soleWriter() {
      return false;
    }

    @Override
    public void check(Session session, String place, List<Finding> findings) throws SQLException {
      PostgresqlSettings.check(session, place, findings);
    }
  };

  private static final String COMMITTED =
      "SELECT CASE txid_status(?) WHEN 'committed' THEN 1 ELSE 0 END";

  /** No connection, a failed one; the server stops, or stopped all connections after a crash. */
  private static final Set<String> DISCONNECTED = Set.of("08003", "08006", "57P01", "57P02");

  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";

  private final List<String> preludes;

  SqlDialect(List<String> preludes) {
    this.preludes = preludes;
  }

  /** The dialect of a JDBC address. */
  static SqlDialect of(String url) {
    return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
  }

  /** Scripts that run before every check of the tables. */
  List<String> preludes() {
    return preludes;
  }

  /** Prepares a new connection. */
  abstract void begin(Session session, boolean readOnly) throws SQLException;

  /** Keeps all other writers out until the SQL transaction ends; its first statement. */
  abstract void lockChanges(Session session) throws SQLException;

  /** Returns when all commits are on the disk. */
  abstract void force(Session session) throws SQLException;

  /** Keeps all others from making tables until the connection ends. */
  abstract void lockSchema(Session session, String schema) throws SQLException;

  /** Claims the data until it is released; false if another connection has it. */
  abstract boolean claim(Session session, String schema) throws SQLException;

  /** Releases the claim of this connection: when this returns, others can claim the data. */
  abstract void release(Session session, String schema) throws SQLException;

  /** The number of the current SQL transaction, by which {@link #committed} finds it again. */
  abstract long transaction(Session session) throws SQLException;

  /**
   * Asks on a new connection what became of a transaction whose connection was lost.
   *
   * @return true if it was committed, false if it has changed nothing
   */
  abstract boolean committed(Session session, long transaction) throws SQLException;

  /** The isolation level of the connection that writes. */
  abstract int writerIsolation();

  /** True if a change is on the disk before another transaction can see it. */
  abstract boolean visibleIsDurable();

  /** True if nobody but the connection that writes can change anything. */
  public abstract boolean soleWriter();

  /** Reports settings of the server that lose data. */
  public abstract void check(Session session, String place, List<Finding> findings)
      throws SQLException;

  /** The number of the advisory lock on the data of a schema. */
  public static long claimKey(String schema) {
    return KeyHash.of("machine " + schema);
  }

  /** True if the database aborted a transaction because of a conflict with another. */
  static boolean overtaken(SQLException e) {
    return SERIALIZATION_FAILURE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
  }

  /** True if an open connection was lost; false if no new one could be made. */
  static boolean disconnected(SQLException e) {
    return e.getSQLState() != null && DISCONNECTED.contains(e.getSQLState());
  }
}
