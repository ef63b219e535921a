package dev.meshsim.jose.key;

import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** A key, a signature or an encrypted message that cannot be used; one nested class per reason. */
public abstract sealed class JoseException extends MeshException {

  private static final long serialVersionUID = 1L;

  JoseException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** A message names another algorithm than the key it is read with is for. */
  public static final class AlgorithmMismatch extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.algorithm-mismatch";

    public AlgorithmMismatch(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }

  /** A key that is malformed, weak, not one pair, or not for this use. */
  public static final class BadKey extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.bad-key";

    public BadKey(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }

  /** A signature that the key did not make over these octets. */
  public static final class BadSignature extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.bad-signature";

    public BadSignature(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }

  /**
   * A message that the key does not open: wrong key, or an octet of it was changed. What exactly
   * failed is not told, so that nobody can learn a key by sending variants.
   */
  public static final class DecryptionFailed extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.decrypt";

    public DecryptionFailed() {
      super(
          CODE,
          "the message does not decrypt with this key",
          "check that the key is the recipient's and that the message arrived unchanged");
    }
  }

  /** A JOSE object or header that does not have the form its RFC gives it. */
  public static final class Malformed extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.malformed";

    Malformed(String problem, String hint) {
      super(CODE, problem, hint);
    }

    public static Malformed of(String problem) {
      return new Malformed(
          problem, "compare the object with RFC 7515 section 7 or RFC 7516 section 7");
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

    /** The stable name of this failure. */
    public static final String CODE = "jose.no-recipient";

    public NoRecipient(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }

  /** A suite name that does not exist. */
  public static final class UnknownSuite extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.unknown-suite";

    public UnknownSuite(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }

  /** An algorithm or extension that this package does not read. */
  public static final class UnsupportedAlgorithm extends JoseException {

    private static final long serialVersionUID = 1L;

    /** The stable name of this failure. */
    public static final String CODE = "jose.unsupported-algorithm";

    public UnsupportedAlgorithm(String problem, String hint) {
      super(CODE, problem, hint);
    }
  }
}
