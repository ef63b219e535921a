package dev.meshsim.jose;

/** A JOSE object or header that does not have the form its RFC gives it. */
public final class MalformedJoseException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.malformed";

  MalformedJoseException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
