package dev.meshsim.store.h2.database;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failure at a database, H2 or PostgreSQL; the problem line begins with its place. */
public sealed class DatabaseException extends MeshException permits LostChangeException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ADDRESS(
        "store.database.bad-address",
        "The address is not one of a PostgreSQL database. It can hold a password, so it is"
            + " not shown.",
        "set it to that form: user and password after the question mark, a % in them as %25"),
    BAD_NAME(
        "store.database.bad-name",
        "A record's name has no UTF-8 form.",
        "give well-formed Unicode text"),
    BAD_PLACE(
        "store.database.bad-place",
        "The path has a character that H2 takes for something else.",
        "choose a directory without it"),
    BAD_RECORD(
        "store.database.bad-record",
        "A record of the database cannot be read.",
        "restore the database from a copy; check lists all that is wrong"),
    BUSY(
        "store.database.busy",
        "Other users of the database were faster every time; nothing was changed.",
        "try again when fewer programs write to the database"),
    CLOSED("store.database.closed", "The store that is checked was closed.", "open it again"),
    FAILED(
        "store.database.failed",
        "The database refused or failed to do what was asked; nothing was changed.",
        "see to what the message names, then try again"),
    INCOMPLETE(
        "store.database.incomplete",
        "An H2 database file holds less than it says of itself.",
        "restore it from a copy; the file was not touched"),
    LOCKED(
        "store.database.locked",
        "Another process, or this one, has the machine's data open.",
        "close it there; SELECT pid FROM pg_locks WHERE locktype = 'advisory' tells who has it"),
    LOST(
        "store.database.lost",
        "A change was not made durable, so the store accepts none until it is opened again.",
        "see to the disk or the server, then open the store again; what was acknowledged"
            + " is intact"),
    MISPLACED_RECORD(
        "store.database.misplaced-record",
        "A record is kept under the name of another one.",
        "restore the database from a copy"),
    MISSING_RECORD(
        "store.database.missing-record",
        "A record of the log is missing or there twice, although later records are there.",
        "restore the database from a copy, or export and import it"),
    NO_CONTENT(
        "store.database.no-content",
        "The row that tells test data from production data is missing.",
        "restore the database from a copy; test and production data are never mixed"),
    NO_SERVER(
        "store.database.no-server",
        "No PostgreSQL database is named.",
        "set the variable that the message names"),
    NOT_DURABLE(
        "store.database.not-durable",
        "The server does not force its files to the disk.",
        "set fsync = on in postgresql.conf and restart the server"),
    NOT_H2(
        "store.database.not-h2",
        "The file is not an H2 database, or it is damaged.",
        "restore it from a copy; the file was not touched"),
    OLDER_COPY(
        "store.database.older-copy",
        "The server was put back to an older copy of the data, so the store accepts no change"
            + " until it is opened again.",
        "stop all processes on the store, put the newest copy in its place and start them again"),
    OPEN_TRANSACTION(
        "store.database.open-transaction",
        "A transaction of the log has no last record.",
        "restore the database from a copy, or export and import it"),
    OTHER_H2(
        "store.database.other-h2",
        "Another major version of H2 wrote the database file.",
        "export it with a mesh-sim that has that H2 and import it here; the file was not touched"),
    OTHER_SCHEMA(
        "store.database.other-schema",
        "The tables are not those of this version of mesh-sim.",
        "use the mesh-sim that wrote it, export the data and import it here"),
    UNKNOWN_OUTCOME(
        "store.database.unknown-outcome",
        "The server cannot be asked whether it has made a change; it is there whole or not at all.",
        "see that the server runs, then do the same again; later changes are accepted"),
    WRONG_CONTENT(
        "store.database.wrong-content",
        "The database holds something else than what it is opened as.",
        "open it as what it is; test and production data are never mixed"),
    WRONG_LATEST(
        "store.database.wrong-latest",
        "A key does not name its latest record.",
        "restore the database from a copy, or export and import it"),
    WRONG_LIFE(
        "store.database.wrong-life",
        "A key names the wrong first record since its last deletion.",
        "restore the database from a copy, or export and import it"),
    WRONG_LOG(
        "store.database.wrong-log",
        "A record is in another log than its key.",
        "restore the database from a copy, or export and import it"),
    WRONG_PRIOR(
        "store.database.wrong-prior",
        "A record does not name the record of its key before it.",
        "restore the database from a copy, or export and import it"),
    WRONG_TERM(
        "store.database.wrong-term",
        "A key is found by a term that it does not have, or not found by one that it has.",
        "restore the database from a copy, or export and import it");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private DatabaseException(
      Code code, String place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place, problem.replaceAll("\\R", " "), hint, cause);
  }

  DatabaseException(Code code, String place, String problem, @Nullable Throwable cause) {
    this(code, place, problem, code.hint(), cause);
  }

  private DatabaseException(Code code, String place, String problem) {
    this(code, place, problem, code.hint(), null);
  }

  /** The reason of a failure, without the SQL statement that H2 appends. */
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
    String message = String.valueOf(cause.getMessage());
    int statement = message.indexOf("; SQL statement:");
    return statement < 0 ? message : message.substring(0, statement);
  }

  /** An address that is not one of a PostgreSQL database. It can hold a password: never shown. */
  static DatabaseException badAddress() {
    return new DatabaseException(
        Code.BAD_ADDRESS, PostgresqlServer.VARIABLE, "is not of the form " + PostgresqlServer.FORM);
  }

  /** A record name that UTF-8 has no form for. */
  public static DatabaseException badName(String place) {
    return new DatabaseException(Code.BAD_NAME, place, "a record's name has an unpaired surrogate");
  }

  static DatabaseException badPlace(String place, String character) {
    return new DatabaseException(
        Code.BAD_PLACE,
        place,
        "the path contains " + character + ", which H2 takes for something else");
  }

  /** A record of the database that cannot be read. */
  public static DatabaseException badRecord(String place, String record, Throwable cause) {
    return new DatabaseException(
        Code.BAD_RECORD, place, record + " cannot be read: " + reason(cause), cause);
  }

  /**
   * A name or a term whose octets are not UTF-8 (RFC 3629).
   *
   * @param octet the index of the first wrong octet, from 0
   */
  public static DatabaseException notUtf8(int octet) {
    return new DatabaseException(
        Code.BAD_RECORD,
        "the database",
        "a name cannot be read: it is not UTF-8 from octet " + (octet + 1),
        null);
  }

  static DatabaseException busy(String place, int attempts, String why, Throwable cause) {
    return new DatabaseException(
        Code.BUSY,
        place,
        "gave up after " + attempts + " attempts that others overtook" + why,
        cause);
  }

  /**
   * A database that refused or failed to do what was asked; nothing was changed.
   *
   * @param doing the operation as an infinitive, for example {@code read a record}
   */
  public static DatabaseException failed(String place, String doing, Throwable cause) {
    return new DatabaseException(
        Code.FAILED,
        place,
        "could not " + doing + ": " + reason(cause),
        FailureHint.of(cause),
        cause);
  }

  static DatabaseException incomplete(String place, String missing) {
    return new DatabaseException(
        Code.INCOMPLETE, place, "is not whole: " + missing.replaceAll("\\R", " "));
  }

  static DatabaseException locked(String place) {
    return new DatabaseException(Code.LOCKED, place, "is open already, here or in another process");
  }

  static DatabaseException noContent(String place) {
    return new DatabaseException(
        Code.NO_CONTENT,
        place,
        "the row of store_state that says what the database holds is missing");
  }

  static DatabaseException noServer() {
    return new DatabaseException(
        Code.NO_SERVER,
        "postgresql",
        "no database is named by " + PostgresqlServer.VARIABLE,
        "set it to " + PostgresqlServer.FORM,
        null);
  }

  static DatabaseException notH2(String place, String found) {
    return new DatabaseException(Code.NOT_H2, place, "is not a whole H2 database: " + found);
  }

  static DatabaseException otherH2(String place, int format, String writtenBy) {
    return new DatabaseException(
        Code.OTHER_H2,
        place,
        "has the file format "
            + format
            + ", written by "
            + writtenBy
            + "; format "
            + H2Header.FORMAT
            + " of H2 2.2 and later is read");
  }

  static DatabaseException olderSchema(String place, int version, int known) {
    return new DatabaseException(
        Code.OTHER_SCHEMA,
        place,
        "its tables have version " + version + "; version " + known + " is read",
        "open it for changes once, which brings the tables up to date",
        null);
  }

  static DatabaseException newerSchema(String place, int version, int known) {
    return new DatabaseException(
        Code.OTHER_SCHEMA,
        place,
        "its tables have version " + version + "; up to " + known + " is known",
        "use the mesh-sim that wrote it, or a later one",
        null);
  }

  static DatabaseException changedSchema(String place, String script) {
    return new DatabaseException(
        Code.OTHER_SCHEMA,
        place,
        "its tables were made by another " + script + " than this mesh-sim has");
  }

  static DatabaseException wrongContent(String place, String expected, String found) {
    return new DatabaseException(
        Code.WRONG_CONTENT, place, "holds the data of a " + found + ", not of a " + expected);
  }
}
