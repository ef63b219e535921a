package dev.meshsim.store.h2;

/** A directory name that H2 cannot be told. */
public final class BadPlaceException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  BadPlaceException(String place, String character) {
    super(
        "database.bad-place",
        place,
        "the path contains " + character + ", which H2 takes for something else",
        "choose a directory without it",
        null);
  }
}
