package dev.meshsim.share;

/** One index was given twice; code {@code share.duplicate}. */
public final class DuplicateShareException extends ShareException {

  private static final long serialVersionUID = 1L;

  DuplicateShareException(String problem) {
    super("share.duplicate", problem, "give each share once, and only shares of one split");
  }
}
