package dev.meshsim.store.h2.database;

import java.sql.SQLException;

/** The hint after a failure of a database, chosen by its SQL state. */
final class FailureHint {

  private static final String INTACT = "; what was acknowledged before is intact";

  private static final int H2_IN_USE = 90020;
  private static final int H2_WRONG_USER = 28000;

  /** The state that {@link Session#number} reports if a row is missing that must exist. */
  static final String NO_ROW = "02000";

  private FailureHint() {}

  static String of(Throwable cause) {
    if (!(cause instanceof SQLException e)) {
      return general();
    }
    return switch (e.getErrorCode()) {
      case H2_IN_USE -> "close it in the program that has it open";
      case H2_WRONG_USER ->
          "its user mesh was changed: set the password back to '' in the H2 shell, or restore the"
              + " database from a copy";
      default -> ofState(String.valueOf(e.getSQLState()));
    };
  }

  /** PostgreSQL's states, and H2's where both have the same. */
  private static String ofState(String state) {
    return switch (state) {
      // H2 has a code each for a missing table, with similar names, and in an empty database.
      case "42S02", "42S03", "42S04", "42S22", "42P01", "42703", NO_ROW ->
          "restore the database from a copy, then run check";
      case "42501" ->
          "grant the user that "
              + PostgresqlServer.VARIABLE
              + " gives the right to make schemas, and to use this one";
      // A statement was cancelled, which has the class of a server that stops.
      case "57014" -> general();
      default -> ofClass(state.substring(0, Math.min(2, state.length())));
    };
  }

  private static String ofClass(String group) {
    return switch (group) {
      // No connection; user or password; no such database; the server stops or starts.
      case "08", "28", "3D", "57" ->
          "see that the server runs and takes the database, user and password that "
              + PostgresqlServer.VARIABLE
              + " gives"
              + INTACT;
      default -> general();
    };
  }

  private static String general() {
    return "see to the disk or the server" + INTACT;
  }
}
