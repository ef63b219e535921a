package dev.meshsim.store.h2;

/** Another process, or this one, has the machine's data open. */
public final class DatabaseLockedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  DatabaseLockedException(String place) {
    super(
        "database.locked",
        place,
        "is open already, here or in another process",
        "close it there; SELECT pid FROM pg_locks WHERE locktype = 'advisory' tells who has it",
        null);
  }
}
