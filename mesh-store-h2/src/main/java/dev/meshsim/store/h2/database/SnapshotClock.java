package dev.meshsim.store.h2.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clock of commits for a database that one connection of this process writes: it gives the
 * snapshot of a statement without a query. Thread-safe.
 *
 * <p>The writer marks the begin and the end of each commit. A reader takes the snapshot before its
 * first statement, and checks after each statement that no commit has begun since: then all
 * statements saw one state.
 */
final class SnapshotClock {

  private final LatestRecords latest;
  private volatile long begun;
  private volatile long ended;

  /** A clock for a database whose last change is {@code last}. */
  SnapshotClock(long last, LatestRecords latest) {
    this.latest = latest;
    this.ended = last;
    this.begun = last;
  }

  /** The snapshot of a statement that runs now; null during a commit, when it is not known. */
  @Nullable Snapshot moment() {
    long last = ended;
    return begun == last ? new Snapshot(this, last) : null;
  }

  /** True if no commit has begun since the moment. */
  boolean holds(long moment) {
    return begun == moment;
  }

  /**
   * A key's latest record, valid if {@link #holds} is true afterwards; null if it is not cached.
   */
  @Nullable LatestRecord latest(LogKey key) {
    return latest.get(key);
  }

  /** Caches a key's latest record as a reader saw it, if no commit has begun since. */
  synchronized void remember(LogKey key, LatestRecord seen, long moment) {
    if (begun == moment) {
      latest.put(key, seen);
    }
  }

  /** The commit of everything up to a change begins. */
  synchronized void begin(long last, Map<LogKey, Long> moved) {
    begun = last;
    moved.forEach((key, number) -> latest.put(key, new LatestRecord(number, null)));
  }

  /** The commit that began is visible to all statements. */
  void end() {
    ended = begun;
  }
}
