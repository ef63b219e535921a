package dev.meshsim.store.h2.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rids the storage of a database of the octets of deleted secrets, by giving it a new file that has
 * its rows and nothing else. A change asks for that in its own transaction ({@link Schema#ERASE}).
 */
final class Erasure {

  /** For databases where nothing can be erased. */
  static final Erasure NONE = new Erasure(null);

  /** Replaces the file of a database that is closed; after a failure it has the old one. */
  @FunctionalInterface
  interface Rewriting {
    void run() throws SQLException;
  }

  private final @Nullable Rewriting rewriting;

  Erasure(@Nullable Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  boolean isPossible() {
    return rewriting != null;
  }

  /** True if a change has asked for it, and no new file was made since. */
  boolean isDue(Database database) throws SQLException {
    if (rewriting == null) {
      return false;
    }
    try (Session session = database.connectToSnapshots()) {
      boolean due = session.number(Schema.ERASES) > 0;
      session.commit();
      return due;
    }
  }

  void run() throws SQLException {
    if (rewriting != null) {
      rewriting.run();
    }
  }
}
