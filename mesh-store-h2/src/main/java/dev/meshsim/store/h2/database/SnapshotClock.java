package dev.meshsim.store.h2.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which changes a statement sees, known without asking the database: for one in which a single
 * connection of this process makes all changes. Thread-safe.
 *
 * <p>The writer says when a commit begins and when it has ended. A reader takes the moment before
 * its first statement, and after each statement makes sure that no commit has begun since: then all
 * of them saw the same, as if on a snapshot.
 */
final class SnapshotClock {

  private final LatestRecords latest;
  private volatile long begun;
  private volatile long ended;

  /** The database stands at change {@code last}. */
  SnapshotClock(long last, LatestRecords latest) {
    this.latest = latest;
    this.ended = last;
    this.begun = last;
  }

  /** What a statement that runs now sees; null while a commit runs, since then it is not known. */
  @Nullable Snapshot moment() {
    long last = ended;
    return begun == last ? new Snapshot(this, last) : null;
  }

  /** True if no commit has begun since the moment. */
  boolean holds(long moment) {
    return begun == moment;
  }

  /** A key's latest record at the moment that holds afterwards; null if it is not known. */
  @Nullable LatestRecord latest(LogKey key) {
    return latest.get(key);
  }

  /** Takes note of a key's latest record, as a reader saw it at the moment. */
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

  /** The commit that began is seen by everybody. */
  void end() {
    ended = begun;
  }
}
