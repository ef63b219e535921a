package dev.meshsim.jose;

/**
 * A message that the key does not open: wrong key, or an octet of it was changed. What exactly
 * failed is not told, so that nobody can learn a key by sending variants.
 */
public final class DecryptionFailedException extends JoseException {

  private static final long serialVersionUID = 1L;

  /** The stable name of this failure. */
  public static final String CODE = "jose.decrypt";

  DecryptionFailedException() {
    super(
        CODE,
        "the message does not decrypt with this key",
        "check that the key is the recipient's and that the message arrived unchanged");
  }
}
