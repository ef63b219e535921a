package dev.meshsim.share;

/** A secret is not the one that an identifier names; code {@code share.wrong-secret}. */
public final class WrongSecretException extends ShareException {

  private static final long serialVersionUID = 1L;

  WrongSecretException(String identifier) {
    super(
        "share.wrong-secret",
        "the recovered secret is not the one that " + identifier + " names",
        "a share is mistyped or of another split: give one or two more shares, or check the identifier");
  }
}
