package dev.meshsim.store.h2.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database and its connections. Thread-safe. */
public final class Database implements AutoCloseable {

  private final String place;
  private final String url;
  private final Properties properties;
  private final @Nullable String schema;
  private final SqlDialect dialect;
  private final boolean forced;
  private final SessionPool snapshots = new SessionPool(this::connectToSnapshots);
  private final SessionPool moments = new SessionPool(this::connectToMoments);

  /**
   * Names a database; nothing is opened yet.
   *
   * @param place the name in messages, without the password
   * @param schema the schema of the tables, or null for the connection's own
   * @param forced false only in tests that show the loss of data without it
   */
  public Database(
      String place, String url, Properties properties, @Nullable String schema, boolean forced) {
    this.place = place;
    this.url = url;
    this.properties = properties;
    this.schema = schema;
    this.dialect = SqlDialect.of(url);
    this.forced = forced;
  }

  /** The database with this address, not opened yet. */
  Database again() {
    return new Database(place, url, properties, schema, forced);
  }

  public String place() {
    return place;
  }

  SqlDialect dialect() {
    return dialect;
  }

  @Nullable String schema() {
    return schema;
  }

  /** A new connection for changes. */
  public Session connect() throws SQLException {
    return connect(dialect.writerIsolation(), false, false);
  }

  /** A new connection that only reads. */
  Session connectToSnapshots() throws SQLException {
    return connect(Connection.TRANSACTION_SERIALIZABLE, true, false);
  }

  private Session connectToMoments() throws SQLException {
    return connect(Connection.TRANSACTION_READ_COMMITTED, true, true);
  }

  private Session connect(int isolation, boolean readOnly, boolean autoCommit) throws SQLException {
    Connection connection = connection();
    boolean ready = false;
    try {
      connection.setTransactionIsolation(isolation);
      connection.setReadOnly(readOnly);
      Session session = new Session(connection);
      if (schema != null) {
        connection.setSchema(schema);
      }
      dialect.begin(session, readOnly);
      connection.setAutoCommit(autoCommit);
      ready = true;
      return session;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  private Connection connection() throws SQLException {
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      if (dialect == SqlDialect.POSTGRESQL && String.valueOf(e.getMessage()).contains(url)) {
        // The message of this exception may have the password, so it does not become the cause.
        throw DatabaseException.badAddress();
      }
      throw e;
    }
  }

  /** Connections that read a snapshot until they commit. */
  SessionPool snapshots() {
    return snapshots;
  }

  /** Connections each statement of which sees all commits before it. */
  SessionPool moments() {
    return moments;
  }

  /** Claims the data until it is released; false if another connection has it. */
  boolean claim(Session session) throws SQLException {
    return dialect.claim(session, schema == null ? "" : schema);
  }

  /** Releases a claim, whether the connection's last SQL transaction succeeded or not. */
  void release(Session session) {
    try {
      session.rollback();
      dialect.release(session, schema == null ? "" : schema);
    } catch (SQLException e) {
      // The connection is broken; the server ends its claim.
    }
  }

  /** Returns when all commits are on the disk. */
  void force(Session session) throws SQLException {
    if (forced) {
      dialect.force(session);
    }
  }

  static void close(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      // Acknowledged changes are on the disk; a connection that cannot be closed is gone already.
    }
  }

  @Override
  public void close() {
    moments.close();
    snapshots.close();
  }
}
