package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.cipher.JdkProviders;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.world.RandomStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signatures of the {@code portal-2017} dialect, which differ from RFC 7515. The signature is
 * RSASSA-PKCS1-v1_5 with SHA-512 over the raw octets of the protected header; member {@code val} of
 * that header, the SHA-512 digest of the payload in base64url, binds the payload; {@code kid} is in
 * the unprotected header.
 *
 * <p>In the form of 2016, which is read but never written, the protected header has {@code alg} and
 * {@code kid}, and the signature covers only the octets of the payload.
 */
public final class Jws2017 {

  private static final String DIGEST = "val";
  private static final String HASH = "SHA-512";

  private Jws2017() {}

  /**
   * Signs {@code payload}. The protected header is {@code {"alg":"RS512","val":...}} in the layout
   * of {@link JsonLayout}.
   *
   * @param key a key for RS512
   * @param kid the key's fingerprint, written unprotected
   * @param random not read: the algorithm is deterministic
   * @throws JoseException.BadKey if the key is not for RS512
   */
  public static JsonWebSignature sign(
      Bytes payload, PrivateJwk key, String kid, RandomStream random) {
    return sign(payload, key, kid, Map.of(), random);
  }

  /**
   * Signs {@code payload} and additional header members.
   *
   * @param extraProtected members to write after {@code alg} and {@code val}, in this order
   * @throws JoseException.BadKey if the key is not for RS512
   * @throws IllegalArgumentException if a member is reserved: it would change how the signature is
   *     read
   */
  public static JsonWebSignature sign(
      Bytes payload,
      PrivateJwk key,
      String kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    return new JsonWebSignature(
        payload, List.of(signature(payload, key, kid, extraProtected, random)));
  }

  /**
   * Appends a signature by another key over the payload.
   *
   * @throws JoseException.BadKey if the key is not for RS512
   */
  public static JsonWebSignature addSignature(
      JsonWebSignature signed,
      PrivateJwk key,
      String kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    List<Signature> signatures = new ArrayList<>(signed.signatures());
    signatures.add(signature(signed.payload(), key, kid, extraProtected, random));
    return new JsonWebSignature(signed.payload(), signatures);
  }

  /**
   * The fingerprint of the key that claims to have made the signature at {@code index}. In the form
   * of 2017 it is not signed.
   *
   * @throws JoseException.Malformed if the headers have no {@code kid}
   */
  public static String kid(JsonWebSignature signed, int index) {
    Signature signature = signed.signatures().get(index);
    ObjectNode unprotected = signature.header();
    return Headers.text(
        unprotected != null && unprotected.has("kid") ? unprotected : protectedHeader(signature),
        "kid");
  }

  /**
   * A member of the protected header, parsed but not verified.
   *
   * @return null if the header has no such member
   */
  public static @Nullable JsonNode member(JsonWebSignature signed, int index, String name) {
    return protectedHeader(signed.signatures().get(index)).get(name);
  }

  /** True if the signature at {@code index} is of the form of 2016. */
  public static boolean isFlattened(JsonWebSignature signed, int index) {
    return !protectedHeader(signed.signatures().get(index)).has(DIGEST);
  }

  /**
   * Verifies the signature at {@code index}, in the form of 2017 or of 2016.
   *
   * @throws JoseException.BadSignature if the payload's digest is another, or this key did not sign
   * @throws JoseException.AlgorithmMismatch if the header names another algorithm than RS512
   * @throws JoseException.BadKey if the key is not for RS512
   * @throws JoseException.Malformed if the header is not an object with the required members
   */
  public static void verify(JsonWebSignature signed, int index, PublicJwk key) {
    requireRs512(key.spec());
    Signature signature = signed.signatures().get(index);
    ObjectNode header = protectedHeader(signature);
    String alg = Headers.text(header, "alg");
    if (!alg.equals(key.algorithm().joseName())) {
      throw new JoseException.AlgorithmMismatch(
          "the signature says alg " + Quote.text(alg) + "; the key is for \"RS512\"",
          "check that the right key was looked up; if so, the message was tampered with");
    }
    Bytes covered = signed.payload();
    if (header.has(DIGEST)) {
      requireDigest(header, signed.payload());
      covered = signature.protectedHeader();
    } else if (!Headers.text(header, "kid").equals(kid(signed, index))) {
      throw JoseException.Malformed.of(
          "the flattened form has no header besides the protected one");
    }
    if (!key.material().verify(covered.toArray(), signature.signature().toArray())) {
      throw new JoseException.BadSignature(
          "the RS512 signature does not fit this key and header",
          "check that the right key was looked up and that nothing was changed on the way");
    }
  }

  /**
   * True if the protected header has the payload's digest; the signature is not verified.
   *
   * @throws JoseException.Malformed if the header is not an object with a digest
   */
  public static boolean bindsPayload(JsonWebSignature signed, int index) {
    return bindsPayload(protectedHeader(signed.signatures().get(index)), signed.payload());
  }

  private static boolean bindsPayload(ObjectNode header, Bytes payload) {
    Bytes claimed = TolerantBase64.decode(Headers.text(header, DIGEST));
    return MessageDigest.isEqual(claimed.toArray(), digest(payload));
  }

  private static void requireDigest(ObjectNode header, Bytes payload) {
    if (!bindsPayload(header, payload)) {
      throw new JoseException.BadSignature(
          "the payload's SHA-512 digest is not the one in the protected header",
          "get the object again: its payload was changed or exchanged");
    }
  }

  private static Signature signature(
      Bytes payload,
      PrivateJwk key,
      String kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    requireRs512(key.spec());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("alg", key.spec().algorithm().joseName());
    members.put(DIGEST, Bytes.of(digest(payload)).base64Url());
    Headers.addExtra(members, extraProtected);
    Bytes header = Bytes.utf8(JsonLayout.of(MeshJson.toTree(members)));
    byte[] signature = key.material().sign(header.toArray(), random);
    ObjectNode unprotected = JsonNodeFactory.instance.objectNode();
    unprotected.put("kid", kid);
    return new Signature(header, unprotected, Bytes.of(signature));
  }

  private static byte[] digest(Bytes payload) {
    return JdkProviders.digest(HASH, payload.toArray());
  }

  private static ObjectNode protectedHeader(Signature signature) {
    try {
      if (TolerantJson.read(signature.protectedHeader()) instanceof ObjectNode members) {
        Headers.refuseExtensions(members);
        return members;
      }
    } catch (JsonException e) {
      throw JoseException.Malformed.of("a protected header is not JSON: " + e.problem());
    }
    throw JoseException.Malformed.of("a protected header is a JSON object");
  }

  private static void requireRs512(KeySpec spec) {
    if (spec.algorithm() != Algorithm.RS512) {
      throw new JoseException.BadKey(
          "the portal-2017 dialect signs with RS512, not with a key for " + spec.label(),
          "use a key of the suite RSA-2048-SHA1");
    }
  }
}
