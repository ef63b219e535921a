package dev.meshsim.store.h2.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a connection's statements are to see.
 *
 * @param number the last change that they see
 */
public record Snapshot(SnapshotClock visibility, long number) {

  /** A commit came between two statements; the reading is done again on a snapshot. */
  static final class PassedException extends SQLException {

    private static final long serialVersionUID = 1L;

    private PassedException() {
      super("a commit came between");
    }
  }

  /** Throws unless every statement so far saw this moment. */
  void require() throws PassedException {
    if (!visibility.holds(number)) {
      throw new PassedException();
    }
  }

  /**
   * A key's latest record, or null if it is not known without a look.
   *
   * @throws PassedException if it may be of another moment
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
