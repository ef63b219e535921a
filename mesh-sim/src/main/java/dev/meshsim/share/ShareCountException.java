package dev.meshsim.share;

/** A number of shares is impossible; code {@code share.count}. */
public final class ShareCountException extends ShareException {

  private static final long serialVersionUID = 1L;

  ShareCountException(int shares) {
    super(
        "share.count",
        "a secret cannot be split into " + shares + " shares",
        "choose a number of shares from 2 to 15");
  }
}
