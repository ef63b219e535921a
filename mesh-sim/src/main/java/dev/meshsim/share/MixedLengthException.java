package dev.meshsim.share;

/** Shares of secrets of different lengths were given; code {@code share.mixed-length}. */
public final class MixedLengthException extends ShareException {

  private static final long serialVersionUID = 1L;

  MixedLengthException(int one, int other) {
    super(
        "share.mixed-length",
        "one share is of a secret of " + one + " bits and another of " + other + " bits",
        "give shares of one split only; if they are, one is cut short or too long");
  }
}
