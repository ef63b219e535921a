package dev.meshsim.store.h2;

/** Other users of the database were faster every time; nothing was changed. */
public final class DatabaseBusyException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  DatabaseBusyException(String place, int attempts, Throwable cause) {
    super(
        "database.busy",
        place,
        "gave up after " + attempts + " attempts that others overtook",
        "try again when fewer programs write to the database",
        cause);
  }
}
