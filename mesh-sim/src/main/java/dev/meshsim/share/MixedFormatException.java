package dev.meshsim.share;

/** Shares of different formats were given; code {@code share.mixed-format}. */
public final class MixedFormatException extends ShareException {

  private static final long serialVersionUID = 1L;

  MixedFormatException(ShareFormat one, ShareFormat other) {
    super(
        "share.mixed-format",
        "one share is in the " + one + " format and another in the " + other + " format",
        "give shares of one split only: groups of 4 and groups of 5 never belong together");
  }
}
