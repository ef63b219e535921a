package dev.meshsim.jose.key;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** A key, a signature or an encrypted message that cannot be used; one nested class per reason. */
public abstract sealed class JoseException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ALGORITHM_MISMATCH(
        "jose.algorithm-mismatch",
        "A message names another algorithm than its key is for.",
        "use the key that the message was made for"),
    BAD_KEY(
        "jose.bad-key",
        "A key is malformed, weak, not one pair, or not for this use.",
        "use a key of the kind that the message names"),
    BAD_SIGNATURE(
        "jose.bad-signature",
        "The key did not make the signature over these octets.",
        "check that the key is the signer's and that the message arrived unchanged"),
    DECRYPT(
        "jose.decrypt",
        "The key does not open the message: the key is wrong, or an octet was changed.",
        "check that the key is the recipient's and that the message arrived unchanged"),
    MALFORMED(
        "jose.malformed",
        "A JOSE object or header does not have the form that its RFC gives it.",
        "compare the object with RFC 7515 section 7 or RFC 7516 section 7"),
    NO_RECIPIENT(
        "jose.no-recipient",
        "A message is not encrypted to this key.",
        "use the key of one of the recipients that the message names"),
    UNKNOWN_SUITE(
        "jose.unknown-suite",
        "There is no suite of that name.",
        "use one of the suites that the message lists"),
    UNSUPPORTED_ALGORITHM(
        "jose.unsupported-algorithm",
        "A message uses an algorithm or extension that is not read.",
        "ask the sender for one of the algorithms in docs/dialects.md");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private JoseException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** A message names another algorithm than the key it is read with is for. */
  public static final class AlgorithmMismatch extends JoseException {

    private static final long serialVersionUID = 1L;

    public AlgorithmMismatch(String problem, String hint) {
      super(Code.ALGORITHM_MISMATCH, problem, hint);
    }
  }

  /** A key that is malformed, weak, not one pair, or not for this use. */
  public static final class BadKey extends JoseException {

    private static final long serialVersionUID = 1L;

    public BadKey(String problem, String hint) {
      super(Code.BAD_KEY, problem, hint);
    }
  }

  /** A signature that the key did not make over these octets. */
  public static final class BadSignature extends JoseException {

    private static final long serialVersionUID = 1L;

    public BadSignature(String problem, String hint) {
      super(Code.BAD_SIGNATURE, problem, hint);
    }
  }

  /**
   * A message that the key does not open: the key is wrong, or an octet was changed. The reason is
   * not reported, so that nobody can learn a key by sending variants.
   */
  public static final class DecryptionFailed extends JoseException {

    private static final long serialVersionUID = 1L;

    public DecryptionFailed() {
      super(Code.DECRYPT, "the message does not decrypt with this key", Code.DECRYPT.hint());
    }
  }

  /** A JOSE object or header that does not have the form its RFC gives it. */
  public static final class Malformed extends JoseException {

    private static final long serialVersionUID = 1L;

    private Malformed(String problem) {
      super(Code.MALFORMED, problem, Code.MALFORMED.hint());
    }

    /** Makes the failure; the problem names the member or the part. */
    public static Malformed of(String problem) {
      return new Malformed(problem);
    }

    /** Refuses a member that the JSON did not have. */
    public static void requirePresent(String member, @Nullable Object value) {
      if (value == null) {
        throw of("member \"" + member + "\" is missing");
      }
    }
  }

  /** A message that is not encrypted to the key at hand. */
  public static final class NoRecipient extends JoseException {

    private static final long serialVersionUID = 1L;

    public NoRecipient(String problem, String hint) {
      super(Code.NO_RECIPIENT, problem, hint);
    }
  }

  /** A suite name that does not exist. */
  public static final class UnknownSuite extends JoseException {

    private static final long serialVersionUID = 1L;

    public UnknownSuite(String problem, String hint) {
      super(Code.UNKNOWN_SUITE, problem, hint);
    }
  }

  /** An algorithm or extension that this package does not read. */
  public static final class UnsupportedAlgorithm extends JoseException {

    private static final long serialVersionUID = 1L;

    public UnsupportedAlgorithm(String problem, String hint) {
      super(Code.UNSUPPORTED_ALGORITHM, problem, hint);
    }
  }
}
