package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A protected answer: signed by the portal, and bound to one request. */
final class AnswerSeal {

  /** The media type that the header's {@code typ} gives. */
  static final String TYPE = "mesh-answer+jwb";

  private AnswerSeal() {}

  /**
   * The members of an answer's header, after {@code alg} and {@code kid}.
   *
   * @param request the digest of the signed envelope of the request
   */
  static Map<String, Object> claims(KeyStatement portal, Instant sealed, Bytes request) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("typ", TYPE);
    claims.put("iss", portal.domain());
    claims.put("iat", sealed.toEpochMilli());
    claims.put("request", request.base64Url());
    return claims;
  }

  /**
   * Verifies a signed envelope as the answer to a request.
   *
   * @param signed the envelope
   * @param request the digest of the request that was sent
   * @return the answer itself
   */
  static Bytes open(Received signed, KeyStatement portal, Bytes request, TimeWindow window) {
    ObjectNode header = signed.header();
    Seal.requireType(header, TYPE);
    String domain = Seal.required(header, "iss");
    if (!domain.equals(portal.domain())) {
      throw ProtectException.otherPortal(portal.domain(), domain);
    }
    String kid = Seal.required(header, "kid");
    if (!kid.equals(portal.fingerprint())) {
      throw ProtectException.otherSigner(portal.fingerprint(), kid);
    }
    Seal.verify(signed.envelope(), portal.signature());
    if (!request.base64Url().equals(Seal.required(header, "request"))) {
      throw ProtectException.otherRequest();
    }
    window.require(header);
    return signed.envelope().payload();
  }
}
