package dev.meshsim.share;

/**
 * The shares do not lie on one polynomial, and which is wrong cannot be told; code {@code
 * share.disagree}.
 */
public final class SharesDisagreeException extends ShareException {

  private static final long serialVersionUID = 1L;

  SharesDisagreeException(String problem, String hint) {
    super("share.disagree", problem, hint);
  }
}
