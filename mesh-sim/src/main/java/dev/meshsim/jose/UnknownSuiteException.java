package dev.meshsim.jose;

/** A suite name that does not exist. */
public final class UnknownSuiteException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.unknown-suite";

  UnknownSuiteException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
