package dev.meshsim.store.h2;

/** A record of the database that cannot be read. */
public final class BadRecordException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  BadRecordException(String place, String record, Throwable cause) {
    super(
        "database.bad-record",
        place,
        record + " cannot be read: " + reason(cause),
        "restore the database from a copy; check lists all that is wrong",
        cause);
  }
}
