package dev.meshsim.jose;

/** An algorithm or extension that this package does not read. */
public final class UnsupportedAlgorithmException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.unsupported-algorithm";

  UnsupportedAlgorithmException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
