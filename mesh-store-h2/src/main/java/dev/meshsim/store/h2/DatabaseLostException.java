package dev.meshsim.store.h2;

/** The store could not make a change durable: it accepts none until it is opened again. */
public final class DatabaseLostException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  DatabaseLostException(String place, Throwable cause) {
    super(
        "database.lost",
        place,
        "the change was not made durable, and no further one is accepted: " + reason(cause),
        "see to the disk or the server, then open the store again; what was acknowledged is intact",
        cause);
  }
}
