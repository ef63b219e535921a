package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PublicJwk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A protected request as its reader has it, verified.
 *
 * @param level the protection that it came with; its answer has the same
 * @param client the fingerprint of the client's signature key, as the client wrote it
 * @param reply the key that the answer is encrypted to; null for a signed request
 * @param sealed its time
 * @param nonce the number that makes it unlike all others
 * @param message the request itself
 * @param digest the SHA-256 of the signed envelope, which the answer names
 */
record RequestSeal(
    Protection level,
    String client,
    @Nullable PublicJwk reply,
    Instant sealed,
    String nonce,
    Bytes message,
    Bytes digest) {

  /** The media type that the header's {@code typ} gives. */
  static final String TYPE = "mesh-request+jwb";

  /**
   * The members of a request's header, after {@code alg} and {@code kid}.
   *
   * @param portal the keys that the client takes for the portal's
   * @param challenge the latest that the portal's Hello gave
   * @param reply the client's key for the answer; null if the answer is only signed
   */
  static Map<String, Object> claims(
      KeyStatement portal,
      String challenge,
      Instant sealed,
      String nonce,
      PublicJwk key,
      @Nullable PublicJwk reply) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("typ", TYPE);
    claims.put("aud", portal.domain());
    claims.put("to", portal.fingerprint());
    claims.put("challenge", challenge);
    claims.put("iat", sealed.toEpochMilli());
    claims.put("jti", nonce);
    claims.put("jwk", key.toJson(null));
    if (reply != null) {
      claims.put("reply", reply.toJson(null));
    }
    return claims;
  }

  /**
   * Verifies a signed envelope as a request to a portal, its time aside.
   *
   * @param signed the envelope
   * @param portal the portal's keys
   * @param keys reads clients' keys
   */
  static RequestSeal open(
      Protection level,
      Received signed,
      KeyStatement portal,
      TimeWindow window,
      Admission admission,
      ClientKeys keys) {
    ObjectNode header = signed.header();
    Seal.requireType(header, TYPE);
    String domain = Seal.required(header, "aud");
    if (!domain.equals(portal.domain())) {
      throw ProtectException.otherPortal(portal.domain(), domain);
    }
    if (!Seal.required(header, "to").equals(portal.fingerprint())) {
      throw ProtectException.oldKey(Seal.required(header, "to"));
    }
    if (!admission.isCurrent(Seal.required(header, "challenge"))) {
      throw ProtectException.oldChallenge();
    }
    Instant sealed = window.require(header);
    PublicJwk key = key(header, "jwk", keys);
    PublicJwk reply = level == Protection.ENCRYPT ? key(header, "reply", keys) : null;
    Seal.verify(signed.envelope(), key);
    return new RequestSeal(
        level,
        Seal.required(header, "kid"),
        reply,
        sealed,
        Seal.required(header, "jti"),
        signed.envelope().payload(),
        Sha256.of(signed.octets()));
  }

  private static PublicJwk key(ObjectNode header, String name, ClientKeys keys) {
    PublicJwk key;
    try {
      key = keys.read(header.path(name));
    } catch (MeshException e) {
      throw ProtectException.malformed("the key " + name + " of its header: " + e.problem());
    }
    if (key.algorithm().signs() != name.equals("jwk")) {
      throw ProtectException.malformed("the key " + name + " of its header is for another use");
    }
    return key;
  }
}
