package dev.meshsim.jose;

/** A message that is not encrypted to the key at hand. */
public final class NoRecipientException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.no-recipient";

  NoRecipientException(String problem, String hint) {
    super(CODE, problem, hint);
  }
}
