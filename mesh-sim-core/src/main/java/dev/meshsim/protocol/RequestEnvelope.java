package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.JwsHeader;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request together with who makes it: a JWS (RFC 7515) in the tagged form {@code
 * {"JoseWebSignature": {...}}} whose payload is the request as it would travel on its own. The
 * protected header names the key ({@code kid}), the account spoken for ({@code sub}), the portal's
 * domain ({@code aud}), the time ({@code iat}, milliseconds since 1970) and a number used once
 * ({@code jti}), so that the request can neither be altered nor be used again, nor elsewhere.
 *
 * @param request the request's octets
 * @param signature the JWS they came in
 * @param key the fingerprint of the key that is said to have signed
 * @param account the account spoken for
 * @param domain the portal it is meant for
 * @param issued when it was made
 * @param nonce the number used once
 */
public record RequestEnvelope(
    Bytes request,
    JsonWebSignature signature,
    Udf key,
    String account,
    String domain,
    Instant issued,
    String nonce) {

  /** The tag of an envelope. */
  public static final String TAG = "JoseWebSignature";

  /** The media type that the protected header's {@code typ} gives, so that no other JWS passes. */
  public static final String TYPE = "mesh-request+jws";

  private static final Bytes PREFIX = Bytes.utf8("{\"" + TAG + "\"");

  /** Signs a request; the result is what travels. */
  public static Bytes seal(
      Bytes request, String account, String domain, Instant now, String nonce, Signer signer) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", TYPE);
    header.put("sub", account);
    header.put("aud", domain);
    header.put("iat", now.toEpochMilli());
    header.put("jti", nonce);
    JsonWebSignature signed =
        Jws.sign(request, signer.key(), signer.udf().text(), header, signer.random());
    return MeshJson.writeTagged(TAG, signed);
  }

  /**
   * Who signs.
   *
   * @param udf the key's fingerprint
   * @param key the private key; the envelope does not close it
   * @param random for algorithms whose signatures are random
   */
  public record Signer(Udf udf, PrivateJwk key, RandomStream random) {}

  /** True if {@code text} looks like an envelope. */
  public static boolean isEnvelope(Bytes text) {
    return text.startsWith(PREFIX);
  }

  /**
   * Takes an envelope apart. The signature is not verified: the caller knows the keys.
   *
   * @throws MeshException if it is not an envelope
   */
  public static RequestEnvelope open(Bytes text) {
    JsonWebSignature signed =
        MeshJson.readTagged(text, JsonWebSignature.class, Map.of(TAG, JsonWebSignature.class));
    if (signed.signatures().size() != 1) {
      throw new EnvelopeException("an envelope has one signature");
    }
    JwsHeader header = Jws.header(signed, 0);
    if (!TYPE.equals(text(header, "typ"))) {
      throw new EnvelopeException("its typ is not " + TYPE);
    }
    JsonNode issued = header.member("iat");
    if (issued == null || !issued.isIntegralNumber() || !issued.canConvertToLong()) {
      throw new EnvelopeException("its iat is not a whole number");
    }
    return new RequestEnvelope(
        signed.payload(),
        signed,
        Udf.parse(String.valueOf(header.kid())),
        text(header, "sub"),
        text(header, "aud"),
        Instant.ofEpochMilli(issued.longValue()),
        text(header, "jti"));
  }

  private static String text(JwsHeader header, String name) {
    JsonNode value = header.member(name);
    if (value == null || !value.isString()) {
      throw new EnvelopeException("its protected header lacks the text " + name);
    }
    return value.stringValue();
  }
}
