package dev.meshsim.profile.trust;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The online signature key of a device that asks to administer: the member {@value #MEMBER} of the
 * protected header of a connection request is the public key, a JWK (RFC 7517). Dialect {@code
 * mesh} only. The device signature key signs it, and the connection code covers the salt in the
 * same header, so that a portal can put no other key in its place.
 */
public final class RequestedOnlineKey {

  /** The name of the header member. */
  public static final String MEMBER = "online";

  private RequestedOnlineKey() {}

  /** The member for a key. */
  public static Map<String, Object> header(PublicKey key) {
    return Map.of(MEMBER, key.jwk().toJson(null));
  }

  /**
   * The key that a request asks to be listed, or empty if the device does not ask to administer.
   *
   * @throws ProfileException if the member is not a public signature key
   */
  public static Optional<PublicKey> of(SignedConnectionRequest signed) {
    if (Dialect.of(signed.identifier()) != Dialect.MESH) {
      return Optional.empty();
    }
    JsonNode member = Dialect.MESH.signatures().member(signed.signedData(), 0, MEMBER);
    if (member == null) {
      return Optional.empty();
    }
    try {
      PublicKey key = PublicKey.of(Dialect.MESH, PublicJwk.fromJson(member));
      if (key.jwk().algorithm().signs()) {
        return Optional.of(key);
      }
    } catch (MeshException e) {
      throw malformed();
    }
    throw malformed();
  }

  /** True if a request asks for a key that the profile does not list yet. */
  public static boolean isNew(Optional<PublicKey> requested, VerifiedPersonalProfile profile) {
    return requested.filter(key -> !profile.administeredBy(key.udf())).isPresent();
  }

  private static ProfileException malformed() {
    return ProfileException.content(
        "SignedConnectionRequest",
        "the member " + MEMBER + " of its protected header is not a public signature key");
  }
}
