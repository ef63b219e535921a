package dev.meshsim.store.h2;

/** No PostgreSQL database is named. */
public final class NoServerException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  NoServerException() {
    super(
        "database.no-server",
        "postgresql",
        "no database is named by " + PostgresqlServer.VARIABLE,
        "set it to " + PostgresqlServer.FORM,
        null);
  }
}
