package dev.meshsim.store.h2;

/** The store was closed before. */
public final class DatabaseClosedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  DatabaseClosedException(String place) {
    super("database.closed", place, "the store is closed", "open it again", null);
  }
}
