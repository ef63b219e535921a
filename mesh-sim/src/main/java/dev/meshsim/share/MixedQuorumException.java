package dev.meshsim.share;

/** Shares of different quorums were given; code {@code share.mixed-quorum}. */
public final class MixedQuorumException extends ShareException {

  private static final long serialVersionUID = 1L;

  MixedQuorumException(int one, int other) {
    super(
        "share.mixed-quorum",
        "one share belongs to a quorum of " + one + " and another to a quorum of " + other,
        "give shares of one split only; if they are, a second character is mistyped");
  }
}
