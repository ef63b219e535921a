package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.world.RandomStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The salt and the time in the protected header of a connection request, dialect {@code mesh}. The
 * device draws the salt after it has fetched the profile, so that a portal that invents a profile
 * must do so before it knows the code that the device will show; see {@link
 * ConnectionAuthenticator}. Each request has a salt of its own, so that two requests of a device
 * are different objects. In dialect {@code portal-2017} a request has neither.
 *
 * @param salt {@value #OCTETS} random octets: header member {@code salt}, base64url
 * @param issued the time of signing, by the device's clock: header member {@code iat}, milliseconds
 *     since 1970
 */
public record RequestSalt(Bytes salt, Instant issued) {

  /** The length of a salt, in octets. */
  public static final int OCTETS = 16;

  private static final String SALT = "salt";
  private static final String ISSUED = "iat";

  /**
   * Checks the length and cuts the time to milliseconds.
   *
   * @throws IllegalArgumentException if the salt has another length
   */
  public RequestSalt {
    if (salt.length() != OCTETS) {
      throw new IllegalArgumentException("a salt has " + OCTETS + " octets, not " + salt.length());
    }
    issued = issued.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A new salt. */
  public static RequestSalt fresh(RandomStream random, Instant now) {
    return new RequestSalt(Bytes.of(random.bytes(OCTETS)), now);
  }

  /**
   * The salt of a request, or empty if its header has none, as in dialect {@code portal-2017} and
   * in requests that earlier versions of this program wrote.
   *
   * @throws ProfileException if the header has only one of the members, or a malformed one
   */
  public static Optional<RequestSalt> of(SignedConnectionRequest signed) {
    if (Dialect.of(signed.identifier()) != Dialect.MESH) {
      return Optional.empty();
    }
    JsonNode salt = member(signed.signedData(), SALT);
    JsonNode issued = member(signed.signedData(), ISSUED);
    if (salt == null && issued == null) {
      return Optional.empty();
    }
    try {
      if (salt != null
          && salt.isString()
          && issued != null
          && issued.isIntegralNumber()
          && issued.canConvertToLong()) {
        Instant time = Instant.ofEpochMilli(issued.longValue());
        return Optional.of(new RequestSalt(Bytes.base64Url(salt.stringValue()), time));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static ProfileException malformed() {
    return ProfileException.content(
        "SignedConnectionRequest",
        "its protected header needs a salt of "
            + OCTETS
            + " octets in base64url, and the iat in milliseconds");
  }

  private static @Nullable JsonNode member(JsonWebSignature signed, String name) {
    return Dialect.MESH.signatures().member(signed, 0, name);
  }

  /** The members of the protected header. */
  Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(SALT, salt.base64Url());
    header.put(ISSUED, issued.toEpochMilli());
    return header;
  }
}
