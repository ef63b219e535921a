package dev.meshsim.store.h2.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot for the statements of a connection.
 *
 * @param number the number of the last change in it
 */
public record Snapshot(SnapshotClock visibility, long number) {

  /** A commit between two statements; the reading is retried in an SQL transaction. */
  static final class PassedException extends SQLException {

    private static final long serialVersionUID = 1L;

    private PassedException() {
      super("a commit came between");
    }
  }

  /** Throws unless every statement so far saw this snapshot. */
  void require() throws PassedException {
    if (!visibility.holds(number)) {
      throw new PassedException();
    }
  }

  /**
   * A key's latest record, or null if it is not cached.
   *
   * @throws PassedException if it may belong to another snapshot
   */
  public @Nullable LatestRecord latest(LogKey key) throws PassedException {
    LatestRecord latest = visibility.latest(key);
    require();
    return latest;
  }

  /** Takes note of a key's latest record. */
  public void remember(LogKey key, LatestRecord latest) {
    visibility.remember(key, latest, number);
  }
}
