package dev.meshsim.store.h2;

/** A database that has lost the row that says whether its data is a test's or production's. */
public final class NoContentException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  NoContentException(String place) {
    super(
        "database.no-content",
        place,
        "the row of store_state that says what the database holds is missing",
        "restore the database from a copy; test and production data are never mixed",
        null);
  }
}
