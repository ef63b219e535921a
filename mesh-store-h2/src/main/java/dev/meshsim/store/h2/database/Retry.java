package dev.meshsim.store.h2.database;

import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/**
 * Retries an action after a conflict with another SQL transaction, or on a new connection after the
 * server closed one before its commit, after a random pause that grows with each attempt. The pause
 * is real even in a seeded world: other users of the database are not part of that world. An
 * interrupt ends the pause and the retries: the overtaken SQL transaction has changed nothing.
 */
public final class Retry {

  /** An action that may run again. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws SQLException;
  }

  static final int ATTEMPTS = 12;

  private static final long FIRST_NANOS = 500_000;
  private static final int MOST_DOUBLINGS = 7;

  private final String place;
  private final RandomStream random;

  public Retry(String place, RandomStream random) {
    this.place = place;
    this.random = random;
  }

  /**
   * Runs an action until it succeeds or fails in another way.
   *
   * @throws DatabaseException {@code store.database.busy} if it was overtaken {@value #ATTEMPTS}
   *     times, or once while the thread is interrupted
   */
  <T> T run(Action<T> action) throws SQLException {
    for (int n = 1; ; n++) {
      try {
        return action.run();
      } catch (SQLException e) {
        if (!SqlDialect.overtaken(e) && !SqlDialect.disconnected(e)) {
          throw e;
        }
        if (n == ATTEMPTS) {
          throw DatabaseException.busy(place, n, "", e);
        }
        LockSupport.parkNanos(jitter(FIRST_NANOS << Math.min(n, MOST_DOUBLINGS)));
        if (Thread.currentThread().isInterrupted()) {
          throw DatabaseException.busy(place, n, ", since the thread was interrupted", e);
        }
      }
    }
  }

  private long jitter(long most) {
    byte[] octets;
    synchronized (random) {
      octets = random.bytes(Long.BYTES);
    }
    return Math.floorMod(ByteBuffer.wrap(octets).getLong(), most) + 1;
  }
}
