package dev.meshsim.share;

/** Fewer shares were given than the quorum; code {@code share.too-few}. */
public final class TooFewSharesException extends ShareException {

  private static final long serialVersionUID = 1L;

  TooFewSharesException(int quorum, int given) {
    super(
        "share.too-few",
        "the quorum is "
            + quorum
            + " but only "
            + given
            + (given == 1 ? " share was" : " shares were")
            + " given",
        "find " + (quorum - given) + " more of the same split; any of its shares will do");
  }
}
