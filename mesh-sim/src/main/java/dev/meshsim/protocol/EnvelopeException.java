package dev.meshsim.protocol;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A signed request that does not have the form of a {@link RequestEnvelope}. */
public final class EnvelopeException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ENVELOPE(
        "protocol.bad-envelope",
        "A signed request does not have the form of an envelope.",
        "sign the request again with a client of this protocol version");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  EnvelopeException(String why) {
    super(Code.BAD_ENVELOPE, "the signed request cannot be read: " + why);
  }
}
