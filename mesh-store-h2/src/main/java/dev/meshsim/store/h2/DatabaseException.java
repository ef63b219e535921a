package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something is wrong with a database; the problem line begins with its place. */
public abstract class DatabaseException extends MeshException {

  private static final long serialVersionUID = 1L;

  DatabaseException(
      String code, String place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place + ": " + oneLine(problem), hint, cause);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  static String reason(Throwable cause) {
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
}
