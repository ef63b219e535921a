package dev.meshsim.profile.trust;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The checkpoint of the portal's log that a signer has seen: the member {@code log} of a protected
 * header is the signed note, or an empty text if none was seen yet. Two devices that read what the
 * other one signed so compare what the portal has shown them: once it has shown them two logs, it
 * can never show one of them anything new of the other.
 *
 * <p>In dialect {@code mesh} it is in what a device publishes and in signed requests; in dialect
 * {@code portal-2017} in signed requests only.
 */
public final class SeenCheckpoint {

  /** The name of the header member. */
  public static final String MEMBER = "log";

  private static final int MOST_CHARS = 4096;

  private SeenCheckpoint() {}

  /** The member that names a checkpoint. */
  public static Map<String, Object> header(String signedNote) {
    return Map.of(MEMBER, signedNote);
  }

  /**
   * The note in the header of a signature object's first signature; empty if it has none.
   *
   * @throws ProfileException if the member is no text, or longer than 4,096 characters
   */
  public static Optional<String> in(Dialect dialect, JsonWebSignature signed) {
    JsonNode member = dialect.signatures().member(signed, 0, MEMBER);
    if (member == null) {
      return Optional.empty();
    }
    if (!member.isString() || member.stringValue().length() > MOST_CHARS) {
      throw ProfileException.content(
          "JoseWebSignature",
          "the member " + MEMBER + " of its protected header is no text of a checkpoint");
    }
    return Optional.of(member.stringValue());
  }
}
