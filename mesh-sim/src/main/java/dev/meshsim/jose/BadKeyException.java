package dev.meshsim.jose;

/** A key that is malformed, weak, not one pair, or not for this use. */
public final class BadKeyException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.bad-key";

  BadKeyException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
