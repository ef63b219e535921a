package dev.meshsim.profile;

import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** A signed object that is not to be believed, or a key that is not there. */
public final class ProfileException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** A signature is missing or does not verify. */
  public static final String SIGNATURE = "profile.bad-signature";

  /** A signature is good, but the key that made it has no right to sign this. */
  public static final String CHAIN = "profile.bad-chain";

  /** The signed content is not the object that its envelope says. */
  public static final String CONTENT = "profile.bad-content";

  /** A text does not hold the private keys that it should. */
  public static final String KEYS = "profile.bad-keys";

  /** An escrow entry does not say how its secret opens it, as in 2016 and before. */
  public static final String NO_KEY = "profile.no-key";

  private ProfileException(String code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  public static ProfileException signature(String object, @Nullable Throwable cause) {
    return new ProfileException(
        SIGNATURE,
        "the signature of the " + object + " does not verify",
        "get the object again from where it came from; if it repeats, it was altered",
        cause);
  }

  public static ProfileException chain(String object, String why) {
    return new ProfileException(
        CHAIN,
        "the " + object + " is not signed by a key that may sign it: " + why,
        "sign it on a device that holds such a key",
        null);
  }

  public static ProfileException content(String object, String why) {
    return new ProfileException(
        CONTENT,
        "the " + object + " is not what its envelope says: " + why,
        "get the object again from where it came from",
        null);
  }

  static ProfileException keys(String why) {
    return new ProfileException(
        KEYS,
        "the private keys cannot be read: " + why,
        "give a JWK, a key in its tag, a DevicePrivateProfile or an EscrowedKeySet",
        null);
  }

  public static ProfileException noKey() {
    return new ProfileException(
        NO_KEY,
        "the entry holds no key for its secret: before 2017 the reference implementation wrote"
            + " none, nor how one follows from the secret",
        "nobody can open it with the entry and its shares alone; look for a later entry",
        null);
  }
}
