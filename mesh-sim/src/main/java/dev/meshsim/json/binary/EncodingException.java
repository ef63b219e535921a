package dev.meshsim.json.binary;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;

/** An encoding that is not there. */
public final class EncodingException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    UNKNOWN(
        "encoding.unknown",
        "There is no encoding of that name.",
        "use one of the encodings that the message lists"),
    NOT_OFFERED(
        "encoding.not-offered",
        "The portal's Hello does not offer the encoding.",
        "use one of the encodings that the message lists; every portal has json");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private EncodingException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static EncodingException unknown(String label, List<String> known) {
    return new EncodingException(
        Code.UNKNOWN,
        "there is no encoding " + Quote.text(label),
        "use one of " + String.join(", ", known));
  }

  /**
   * A portal does not offer an encoding.
   *
   * @param domain the portal's domain
   * @param offered the media types that it offers
   */
  public static EncodingException notOffered(String domain, Encoding wanted, List<String> offered) {
    return new EncodingException(
        Code.NOT_OFFERED,
        "the portal "
            + Quote.of(domain)
            + " does not offer "
            + wanted.mediaType()
            + ", but "
            + Quote.of(String.join(", ", offered)),
        Code.NOT_OFFERED.hint());
  }
}
