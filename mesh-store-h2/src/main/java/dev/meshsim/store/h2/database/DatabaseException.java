package dev.meshsim.store.h2.database;

import dev.meshsim.error.MeshException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something is wrong with a database; the problem line begins with its place. */
public abstract class DatabaseException extends MeshException {

  private static final long serialVersionUID = 1L;

  DatabaseException(
      String code, String place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place, oneLine(problem), hint, cause);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  public static String reason(Throwable cause) {
    if (cause instanceof MeshException e) {
      return e.problem();
    }
    // H2 says what it could not write, and only the cause of its cause says why.
    for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
      if (t.getCause() instanceof IOException disk && disk.getMessage() != null) {
        return disk.getMessage();
      }
    }
    // H2 appends the statement, which is for developers.
    String message = String.valueOf(cause.getMessage());
    int statement = message.indexOf("; SQL statement:");
    return statement < 0 ? message : message.substring(0, statement);
  }

  /**
   * An address that is none of a PostgreSQL database. It may hold a password, so it is not shown.
   */
  public static final class BadAddress extends DatabaseException {

    private static final long serialVersionUID = 1L;

    BadAddress() {
      super(
          "database.bad-address",
          PostgresqlServer.VARIABLE,
          "is not of the form " + PostgresqlServer.FORM,
          "set it to that form: user and password after the question mark, a % in them as %25",
          null);
    }
  }

  /** A name that UTF-8 has no form for. */
  public static final class BadName extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public BadName(String place) {
      super(
          "database.bad-name",
          place,
          "a record's name has an unpaired surrogate",
          "give well-formed Unicode text",
          null);
    }
  }

  /** A directory name that H2 cannot be told. */
  public static final class BadPlace extends DatabaseException {

    private static final long serialVersionUID = 1L;

    BadPlace(String place, String character) {
      super(
          "database.bad-place",
          place,
          "the path contains " + character + ", which H2 takes for something else",
          "choose a directory without it",
          null);
    }
  }

  /** A record of the database that cannot be read. */
  public static final class BadRecord extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public BadRecord(String place, String record, Throwable cause) {
      super(
          "database.bad-record",
          place,
          record + " cannot be read: " + reason(cause),
          "restore the database from a copy; check lists all that is wrong",
          cause);
    }
  }

  /** Other users of the database were faster every time; nothing was changed. */
  public static final class Busy extends DatabaseException {

    private static final long serialVersionUID = 1L;

    Busy(String place, int attempts, Throwable cause) {
      super(
          "database.busy",
          place,
          "gave up after " + attempts + " attempts that others overtook",
          "try again when fewer programs write to the database",
          cause);
    }
  }

  /** The database refused or failed to do what was asked; nothing was changed. */
  public static final class Failed extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public Failed(String place, String doing, Throwable cause) {
      super(
          "database.failed",
          place,
          "could not " + doing + ": " + reason(cause),
          FailureHint.of(cause),
          cause);
    }
  }

  /** Another process, or this one, has the machine's data open. */
  public static final class Locked extends DatabaseException {

    private static final long serialVersionUID = 1L;

    Locked(String place) {
      super(
          "database.locked",
          place,
          "is open already, here or in another process",
          "close it there; SELECT pid FROM pg_locks WHERE locktype = 'advisory' tells who has it",
          null);
    }
  }

  /** The store could not make a change durable: it accepts none until it is opened again. */
  public static final class Lost extends DatabaseException {

    private static final long serialVersionUID = 1L;

    Lost(String place, Throwable cause) {
      super(
          "database.lost",
          place,
          "the change was not made durable, and no further one is accepted: " + reason(cause),
          "see to the disk or the server, then open the store again; what was acknowledged is intact",
          cause);
    }
  }

  /** A database that has lost the row that says whether its data is a test's or production's. */
  public static final class NoContent extends DatabaseException {

    private static final long serialVersionUID = 1L;

    NoContent(String place) {
      super(
          "database.no-content",
          place,
          "the row of store_state that says what the database holds is missing",
          "restore the database from a copy; test and production data are never mixed",
          null);
    }
  }

  /** No PostgreSQL database is named. */
  public static final class NoServer extends DatabaseException {

    private static final long serialVersionUID = 1L;

    NoServer() {
      super(
          "database.no-server",
          "postgresql",
          "no database is named by " + PostgresqlServer.VARIABLE,
          "set it to " + PostgresqlServer.FORM,
          null);
    }
  }

  /** A file in the database's place that is no H2 database, or is damaged. */
  public static final class NotH2 extends DatabaseException {

    private static final long serialVersionUID = 1L;

    NotH2(String place, String found) {
      super(
          "database.not-h2",
          place,
          "is not a whole H2 database: " + found,
          "restore it from a copy; the file was not touched",
          null);
    }
  }

  /** A database file that another major version of H2 wrote. */
  public static final class OtherH2 extends DatabaseException {

    private static final long serialVersionUID = 1L;

    OtherH2(String place, int format, String writtenBy) {
      super(
          "database.other-h2",
          place,
          "has the file format "
              + format
              + ", written by "
              + writtenBy
              + "; format "
              + H2Header.FORMAT
              + " of H2 2.2 and later is read",
          "export it with a mesh-sim that has that H2 and import it here; the file was not touched",
          null);
    }
  }

  /** Tables that this mesh-sim does not know. */
  public static final class OtherSchema extends DatabaseException {

    private static final long serialVersionUID = 1L;

    private OtherSchema(String place, String problem, String hint) {
      super("database.schema", place, problem, hint, null);
    }

    static OtherSchema newer(String place, int version, int known) {
      return new OtherSchema(
          place,
          "its tables have version " + version + "; up to " + known + " is known",
          "use the mesh-sim that wrote it, or a later one");
    }

    static OtherSchema changed(String place, String script) {
      return new OtherSchema(
          place,
          "its tables were made by another " + script + " than this mesh-sim has",
          "use the mesh-sim that wrote it, export the data and import it here");
    }
  }

  /** A database that holds something else than what it is opened as. */
  public static final class WrongContent extends DatabaseException {

    private static final long serialVersionUID = 1L;

    WrongContent(String place, String expected, String found) {
      super(
          "database.wrong-content",
          place,
          "holds the data of a " + found + ", not of a " + expected,
          "open it as what it is; test and production data are never mixed",
          null);
    }
  }
}
