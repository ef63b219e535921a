package dev.meshsim.store.h2.database;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections of one kind, each lent to one thread at a time. Thread-safe. An interrupt does not
 * end the wait for a connection: the wait is as long as one SQL transaction of another thread, and
 * an interrupted thread may still read and write.
 */
final class SessionPool implements AutoCloseable {

  private static final int MOST = 16;

  /** Makes a connection. */
  @FunctionalInterface
  interface Source {
    Session connect() throws SQLException;
  }

  private final Source source;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(MOST);
  private volatile boolean closed;

  SessionPool(Source source) {
    this.source = source;
  }

  /** Lends a connection, which {@link #giveBack} returns. */
  Session borrow() throws SQLException {
    free.acquireUninterruptibly();
    boolean lent = false;
    try {
      Session session = idle.poll();
      Session given = session == null ? source.connect() : session;
      lent = true;
      return given;
    } finally {
      if (!lent) {
        free.release();
      }
    }
  }

  /**
   * Takes a connection back. One that failed is closed, and with it those that are idle: a server
   * that stopped has ended them too.
   */
  void giveBack(Session session, boolean sound) {
    if (sound && !closed) {
      idle.push(session);
    } else {
      Database.close(session);
      closeIdle();
    }
    free.release();
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    Session session;
    while ((session = idle.poll()) != null) {
      Database.close(session);
    }
  }
}
