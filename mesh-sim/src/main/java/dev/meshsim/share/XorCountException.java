package dev.meshsim.share;

/**
 * A secret split so that every share is needed got another number of shares; code {@code
 * share.xor-count}.
 */
public final class XorCountException extends ShareException {

  private static final long serialVersionUID = 1L;

  XorCountException(int needed, int given) {
    super(
        "share.xor-count",
        "this secret needs all of its "
            + needed
            + " shares, but "
            + given
            + (given == 1 ? " was" : " were")
            + " given",
        "give each of the " + needed + " shares once");
  }
}
