package dev.meshsim.store.h2;

/** The database refused or failed to do what was asked; nothing was changed. */
public final class DatabaseFailedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  DatabaseFailedException(String place, String doing, Throwable cause) {
    super(
        "database.failed",
        place,
        "could not " + doing + ": " + reason(cause),
        FailureHint.of(cause),
        cause);
  }
}
