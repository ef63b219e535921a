package dev.meshsim.share;

/** A text is not a share; the text is never quoted; code {@code share.mistyped}. */
public final class MistypedShareException extends ShareException {

  private static final long serialVersionUID = 1L;

  MistypedShareException(String problem) {
    super(
        "share.mistyped", problem, "compare with the share as it was written down, its dashes too");
  }
}
