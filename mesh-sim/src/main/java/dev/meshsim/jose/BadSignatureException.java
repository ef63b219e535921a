package dev.meshsim.jose;

/** A signature that the key did not make over these octets. */
public final class BadSignatureException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.bad-signature";

  BadSignatureException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
