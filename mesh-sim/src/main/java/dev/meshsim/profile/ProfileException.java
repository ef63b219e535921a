package dev.meshsim.profile;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** A signed object that cannot be trusted, or a private key that cannot be read. */
public final class ProfileException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_SIGNATURE(
        "profile.bad-signature",
        "A signature is missing or does not verify.",
        "get the object again from where it came from; if it repeats, it was altered"),
    BAD_CHAIN(
        "profile.bad-chain",
        "A signature is good, but its key has no right to sign this object.",
        "do not use it; if it is yours, sign it on a device that holds such a key"),
    BAD_CONTENT(
        "profile.bad-content",
        "The signed content is not the object that its envelope names.",
        "get the object again from where it came from"),
    BAD_KEYS(
        "profile.bad-keys",
        "A text does not hold the private keys that it should.",
        "give a JWK, a key in its tag, a DevicePrivateProfile or an EscrowedKeySet"),
    LIMIT(
        "profile.limit",
        "A signed object has more parts than are read: signatures, devices, applications or keys.",
        "take out what is no longer needed, sign the object again and send that"),
    NO_KEY(
        "profile.no-key",
        "An escrow entry of 2016 or before holds no key for its secret.",
        "nobody can open it with only the entry and its shares; look for a later entry");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ProfileException(Code code, String problem, @Nullable Throwable cause) {
    super(code, problem, code.hint(), cause);
  }

  /** A signature that is missing or does not verify. */
  public static ProfileException signature(String object, @Nullable Throwable cause) {
    return new ProfileException(
        Code.BAD_SIGNATURE, "the signature of the " + object + " does not verify", cause);
  }

  /** A good signature by a key that may not sign the object. */
  public static ProfileException chain(String object, String why) {
    return new ProfileException(
        Code.BAD_CHAIN, "the " + object + " is not signed by a key that may sign it: " + why, null);
  }

  /** Signed content that is not the object that its envelope names. */
  public static ProfileException content(String object, String why) {
    return new ProfileException(
        Code.BAD_CONTENT, "the " + object + " is not what its envelope says: " + why, null);
  }

  /** A signed object with too many parts; nothing in it was verified. */
  public static ProfileException limit(String object, String why) {
    return new ProfileException(Code.LIMIT, "the " + object + " is over a limit: " + why, null);
  }

  static ProfileException keys(String why) {
    return new ProfileException(Code.BAD_KEYS, "the private keys cannot be read: " + why, null);
  }

  /** An escrow entry of 2016 or before, which holds no key for its secret. */
  public static ProfileException noKey() {
    return new ProfileException(
        Code.NO_KEY,
        "the entry holds no key for its secret: before 2017 the reference implementation wrote"
            + " none, nor how one follows from the secret",
        null);
  }
}
