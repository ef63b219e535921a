package dev.meshsim.store.h2;

/** A file in the database's place that is no H2 database, or is damaged. */
public final class NotH2Exception extends DatabaseException {

  private static final long serialVersionUID = 1L;

  NotH2Exception(String place, String found) {
    super(
        "database.not-h2",
        place,
        "is not a whole H2 database: " + found,
        "restore it from a copy; the file was not touched",
        null);
  }
}
