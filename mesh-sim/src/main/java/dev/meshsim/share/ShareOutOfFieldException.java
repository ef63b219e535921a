package dev.meshsim.share;

/** A share holds a value that no split can produce; code {@code share.out-of-field}. */
public final class ShareOutOfFieldException extends ShareException {

  private static final long serialVersionUID = 1L;

  ShareOutOfFieldException(int index) {
    super(
        "share.out-of-field",
        "the value of share " + index + " is outside the field, so no split wrote it",
        "compare the share with how it was written down, above all its last characters");
  }
}
