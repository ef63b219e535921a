package dev.meshsim.store.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A database and its connections. Thread-safe. */
final class Database implements AutoCloseable {

  private static final int READERS = 16;

  private final String place;
  private final String url;
  private final Properties properties;
  private final @Nullable String schema;
  private final Dialect dialect;
  private final boolean forced;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore readers = new Semaphore(READERS);
  private volatile boolean closed;

  /**
   * Names a database; nothing is opened yet.
   *
   * @param place what messages call it; no password
   * @param schema where the tables are, or null for the connection's own
   * @param forced false only to show what is lost without it
   */
  Database(
      String place, String url, Properties properties, @Nullable String schema, boolean forced) {
    this.place = place;
    this.url = url;
    this.properties = properties;
    this.schema = schema;
    this.dialect = Dialect.of(url);
    this.forced = forced;
  }

  String place() {
    return place;
  }

  Dialect dialect() {
    return dialect;
  }

  @Nullable String schema() {
    return schema;
  }

  /** A new connection for changes. */
  Session connect() throws SQLException {
    return connect(false);
  }

  private Session connect(boolean readOnly) throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties);
    boolean ready = false;
    try {
      connection.setTransactionIsolation(
          readOnly ? Connection.TRANSACTION_SERIALIZABLE : dialect.writerIsolation());
      connection.setReadOnly(readOnly);
      Session session = new Session(connection);
      dialect.begin(session);
      if (schema != null) {
        connection.setSchema(schema);
      }
      connection.setAutoCommit(false);
      ready = true;
      return session;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  /** A connection for reading, to be given back. */
  Session borrow() throws SQLException {
    readers.acquireUninterruptibly();
    boolean lent = false;
    try {
      Session session = idle.poll();
      Session given = session == null ? connect(true) : session;
      lent = true;
      return given;
    } finally {
      if (!lent) {
        readers.release();
      }
    }
  }

  /** Takes a connection back; one that failed is not used again. */
  void giveBack(Session session, boolean sound) {
    if (sound && !closed) {
      idle.push(session);
    } else {
      close(session);
    }
    readers.release();
  }

  /** Claims the data until the connection ends; false if another connection has it. */
  boolean claim(Session session) throws SQLException {
    return dialect.claim(session, schema == null ? "" : schema);
  }

  /** Returns when all that was committed is on the disk. */
  void force(Session session) throws SQLException {
    if (forced) {
      dialect.force(session);
    }
  }

  static void close(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      // What was acknowledged is on the disk; a connection that cannot be closed is gone already.
    }
  }

  @Override
  public void close() {
    closed = true;
    Session session;
    while ((session = idle.poll()) != null) {
      close(session);
    }
  }
}
