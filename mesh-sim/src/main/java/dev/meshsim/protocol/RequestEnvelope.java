package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.dialect.Signatures;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request signed by its maker: a JWS (RFC 7515) in the tagged form {@code {"JoseWebSignature":
 * {...}}} whose payload is the request as it would travel unsigned. The protected header names the
 * key ({@code kid}) and the {@link RequestClaims}, so that the request can be neither altered nor
 * replayed, here or at another portal.
 *
 * @param request the request's octets
 * @param signature the JWS, not yet verified
 * @param key the fingerprint of the key that the header names
 * @param claims account, portal, challenge, time and nonce
 */
public record RequestEnvelope(
    Bytes request, JsonWebSignature signature, Udf key, RequestClaims claims) {

  /** The tag of an envelope. */
  public static final String TAG = "JoseWebSignature";

  /** The media type that the protected header's {@code typ} gives, so that no other JWS passes. */
  public static final String TYPE = "mesh-request+jws";

  private static final Bytes QUOTED_TAG = Bytes.utf8("\"" + TAG + "\"");

  /** Signs a request; the result is what travels. */
  public static Bytes seal(Dialect dialect, Bytes request, RequestClaims claims, Signer signer) {
    return seal(dialect, Encoding.JSON, request, claims, signer);
  }

  /**
   * Signs a request; the result is what travels.
   *
   * @param encoding the encoding of the envelope
   * @param request JSON: what is signed does not depend on the encoding
   */
  public static Bytes seal(
      Dialect dialect, Encoding encoding, Bytes request, RequestClaims claims, Signer signer) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", TYPE);
    header.put("sub", claims.account());
    header.put("aud", claims.domain());
    header.put("iat", claims.issued().toEpochMilli());
    header.put("jti", claims.nonce());
    if (claims.challenge() != null) {
      header.put("challenge", claims.challenge());
    }
    header.putAll(signer.header());
    JsonWebSignature signed =
        dialect.signatures().sign(request, signer.key(), signer.udf(), header, signer.random());
    return dialect.json().write(encoding, TAG, signed);
  }

  /**
   * The signer of a request.
   *
   * @param udf the key's fingerprint
   * @param key the private key; the envelope does not close it
   * @param random for algorithms whose signatures are random
   * @param header further members of the envelope's protected header
   */
  public record Signer(Udf udf, PrivateJwk key, RandomStream random, Map<String, Object> header) {

    /** Copies the members, in their order. */
    public Signer {
      header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
    }

    /** A signer without further members. */
    public Signer(Udf udf, PrivateJwk key, RandomStream random) {
      this(udf, key, random, Map.of());
    }

    /** This signer with these members of the protected header in place of its own. */
    public Signer with(Map<String, Object> members) {
      return new Signer(udf, key, random, members);
    }

    /** This signer with more members of the protected header. */
    public Signer and(Map<String, Object> members) {
      Map<String, Object> all = new LinkedHashMap<>(header);
      all.putAll(members);
      return new Signer(udf, key, random, all);
    }
  }

  /** True if {@code text} looks like an envelope: the first member has the envelope's tag. */
  public static boolean isEnvelope(Bytes text) {
    int at = skipSpace(text, 0);
    if (at == text.length() || text.at(at) != '{') {
      return false;
    }
    at = skipSpace(text, at + 1);
    for (int i = 0; i < QUOTED_TAG.length(); i++, at++) {
      if (at >= text.length() || text.at(at) != QUOTED_TAG.at(i)) {
        return false;
      }
    }
    return true;
  }

  /** True if octets in an encoding look like an envelope. */
  public static boolean isEnvelope(Encoding encoding, Bytes octets) {
    return encoding == Encoding.JSON
        ? isEnvelope(octets)
        : BinaryJson.firstName(encoding, octets).filter(TAG::equals).isPresent();
  }

  private static int skipSpace(Bytes text, int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.at(at)) >= 0) {
      at++;
    }
    return at;
  }

  /**
   * Parses an envelope. The signature is not verified: only the caller knows which keys may sign.
   *
   * @throws MeshException if it is not an envelope
   */
  public static RequestEnvelope open(Dialect dialect, Bytes text) {
    return open(dialect, Encoding.JSON, text);
  }

  /**
   * Parses an envelope in an encoding; the request in it is JSON. The signature is not verified.
   *
   * @throws MeshException if it is not an envelope
   */
  public static RequestEnvelope open(Dialect dialect, Encoding encoding, Bytes octets) {
    JsonWebSignature signed =
        dialect
            .json()
            .read(encoding, octets, JsonWebSignature.class, Map.of(TAG, JsonWebSignature.class));
    if (signed.signatures().size() != 1) {
      throw new EnvelopeException("an envelope has one signature");
    }
    Signatures signatures = dialect.signatures();
    if (!signatures.coversHeader(signed, 0)) {
      throw new EnvelopeException("its signature does not cover its header");
    }
    if (!TYPE.equals(text(signatures, signed, "typ"))) {
      throw new EnvelopeException("its typ is not " + TYPE);
    }
    JsonNode issued = signatures.member(signed, 0, "iat");
    if (issued == null || !issued.isIntegralNumber() || !issued.canConvertToLong()) {
      throw new EnvelopeException("its iat is not a whole number");
    }
    return new RequestEnvelope(
        signed.payload(),
        signed,
        signatures.signer(signed, 0),
        new RequestClaims(
            text(signatures, signed, "sub"),
            text(signatures, signed, "aud"),
            signatures.member(signed, 0, "challenge") == null
                ? null
                : text(signatures, signed, "challenge"),
            Instant.ofEpochMilli(issued.longValue()),
            text(signatures, signed, "jti")));
  }

  private static String text(Signatures signatures, JsonWebSignature signed, String name) {
    JsonNode value = signatures.member(signed, 0, name);
    if (value == null || !value.isString()) {
      throw new EnvelopeException("its protected header lacks the text " + name);
    }
    return value.stringValue();
  }
}
