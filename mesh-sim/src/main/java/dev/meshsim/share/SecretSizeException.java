package dev.meshsim.share;

/** A secret has a length that cannot be shared; code {@code share.bits}. */
public final class SecretSizeException extends ShareException {

  private static final long serialVersionUID = 1L;

  SecretSizeException(String problem, String hint) {
    super("share.bits", problem, hint);
  }
}
