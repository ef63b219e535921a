package dev.meshsim.jose;

/** A message names another algorithm than the key it is read with is for. */
public final class AlgorithmMismatchException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.algorithm-mismatch";

  AlgorithmMismatchException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
