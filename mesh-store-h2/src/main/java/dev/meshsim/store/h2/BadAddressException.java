package dev.meshsim.store.h2;

/** An address that is none of a PostgreSQL database. It may hold a password, so it is not shown. */
public final class BadAddressException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  BadAddressException() {
    super(
        "database.bad-address",
        PostgresqlServer.VARIABLE,
        "is not of the form " + PostgresqlServer.FORM,
        "set it to that form: user and password after the question mark, a % in them as %25",
        null);
  }
}
