package dev.meshsim.store.h2;

/** A database that holds something else than what it is opened as. */
public final class WrongContentException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  WrongContentException(String place, String expected, String found) {
    super(
        "database.wrong-content",
        place,
        "holds the data of a " + found + ", not of a " + expected,
        "open it as what it is; test and production data are never mixed",
        null);
  }
}
