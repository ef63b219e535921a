package dev.meshsim.store.h2;

/** A name that UTF-8 has no form for. */
public final class BadNameException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  BadNameException(String place) {
    super(
        "database.bad-name",
        place,
        "a record's name has an unpaired surrogate",
        "give well-formed Unicode text",
        null);
  }
}
