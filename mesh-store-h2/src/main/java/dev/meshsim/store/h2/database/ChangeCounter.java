package dev.meshsim.store.h2.database;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The counter of changes within one SQL transaction. */
public final class ChangeCounter {

  private static final String READ = "SELECT last_change FROM store_state WHERE id = 1";
  private static final String WRITE = "UPDATE store_state SET last_change = ? WHERE id = 1";

  private final long first;
  private final Map<LogKey, Long> moved = new HashMap<>();
  private long last;
  private boolean unnumbered;

  private ChangeCounter(long first) {
    this.first = first;
    this.last = first;
  }

  /** Reads the counter, which also fixes the SQL transaction's snapshot. */
  static ChangeCounter read(Session session) throws SQLException {
    return new ChangeCounter(session.number(READ));
  }

  public long last() {
    return last;
  }

  /** The number of a new change. */
  public long next() {
    return ++last;
  }

  boolean changed() {
    return last != first;
  }

  /** Says that something changes that has no number; it is made durable all the same. */
  public void unnumbered() {
    unnumbered = true;
  }

  /** True if there is anything to be made durable. */
  boolean writes() {
    return changed() || unnumbered;
  }

  /** Records the number of a key's new latest record. */
  public void moved(LogKey key, long number) {
    moved.put(key, number);
  }

  /** The keys with a new latest record, each with its number. */
  public Map<LogKey, Long> moved() {
    return moved;
  }

  void write(Session session) throws SQLException {
    session.update(WRITE, last);
  }
}
