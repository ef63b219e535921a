package dev.meshsim.share;

/** A quorum is impossible; code {@code share.quorum}. */
public final class QuorumException extends ShareException {

  private static final long serialVersionUID = 1L;

  QuorumException(int quorum, int shares) {
    super(
        "share.quorum",
        "a quorum of " + quorum + " of " + shares + " shares is not possible",
        "choose a quorum from 2 to the number of shares");
  }
}
