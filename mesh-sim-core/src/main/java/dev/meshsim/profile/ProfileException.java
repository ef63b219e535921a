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

  private ProfileException(String code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  static ProfileException signature(String object, @Nullable Throwable cause) {
    return new ProfileException(
        SIGNATURE,
        "the signature of the " + object + " does not verify",
        "get the object again from where it came from; if it repeats, it was altered",
        cause);
  }

  static ProfileException chain(String object, String why) {
    return new ProfileException(
        CHAIN,
        "the " + object + " is not signed by a key that may sign it: " + why,
        "sign it on a device that holds such a key",
        null);
  }

  static ProfileException content(String object, String why) {
    return new ProfileException(
        CONTENT,
        "the " + object + " is not what its envelope says: " + why,
        "get the object again from where it came from",
        null);
  }
}
