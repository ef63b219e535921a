package dev.meshsim.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Assertions on failures by their code. */
public final class Failing {

  private Failing() {}

  /** Runs an action that must fail with that code, and returns the failure. */
  public static MeshException with(ErrorCode code, Executable action) {
    return with(code, action, "");
  }

  /**
   * Runs an action that must fail with that code, and returns the failure.
   *
   * @param message the start of the report if it does not
   */
  public static MeshException with(ErrorCode code, Executable action, String message) {
    MeshException failure = assertThrows(MeshException.class, action, message);
    assertEquals(code, failure.errorCode(), () -> message + ": " + failure.getMessage());
    return failure;
  }
}
