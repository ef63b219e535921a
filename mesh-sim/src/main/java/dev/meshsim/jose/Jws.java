package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.Verifier;
import dev.meshsim.world.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signing and verification (RFC 7515). */
public final class Jws {

  private Jws() {}

  /**
   * Signs {@code payload}. The protected header is {@code {"alg":...,"kid":...}}.
   *
   * @param key a signature key
   * @param kid the key's fingerprint, by which a reader finds the key
   * @param random the source of the salt, read by PS512 only
   * @throws JoseException.BadKey if the key does not sign
   */
  public static JsonWebSignature sign(
      Bytes payload, PrivateJwk key, String kid, RandomStream random) {
    return sign(payload, key, kid, Map.of(), random);
  }

  /**
   * Signs {@code payload} and additional header members.
   *
   * @param extraProtected members to write after {@code alg} and {@code kid}, in this order; for
   *     example {@code typ}
   * @throws JoseException.BadKey if the key does not sign
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
   * @throws JoseException.BadKey if the key does not sign
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

  private static Signature signature(
      Bytes payload,
      PrivateJwk key,
      String kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    if (!key.spec().algorithm().signs()) {
      throw doesNotSign(key.spec());
    }
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("alg", key.spec().algorithm().joseName());
    first.put("kid", kid);
    Bytes header = Headers.write(first, extraProtected);
    byte[] signature = key.material().sign(SigningInput.of(header, payload), random);
    return new Signature(header, null, Bytes.of(signature));
  }

  /**
   * The protected header of the signature at {@code index}, parsed but not yet verified.
   *
   * @param index 0 to {@code signed.signatures().size() - 1}
   * @throws dev.meshsim.json.JsonException if it is not JSON or has a member twice
   * @throws JoseException.Malformed if {@code alg} is missing or a member is also unprotected
   * @throws JoseException.UnsupportedAlgorithm if it has {@code crit}, or {@code b64} other than
   *     true
   */
  public static JwsHeader header(JsonWebSignature signed, int index) {
    return signed.signatures().get(index).parsed();
  }

  /**
   * Verifies the signature at {@code index}. The key decides the algorithm, not the message.
   *
   * @param index 0 to {@code signed.signatures().size() - 1}
   * @throws JoseException.BadSignature if this key did not sign this header and payload
   * @throws JoseException.AlgorithmMismatch if the header names another algorithm than the key's
   * @throws JoseException.BadKey if the key does not sign
   * @throws JoseException if the header is refused; see {@link #header}
   */
  public static void verify(JsonWebSignature signed, int index, PublicJwk key) {
    if (!key.algorithm().signs()) {
      throw doesNotSign(key.spec());
    }
    verify(signed, index, key.algorithm().joseName(), key.material());
  }

  /**
   * Verifies a signature of other software; see {@link #verify(JsonWebSignature, int, PublicJwk)}.
   *
   * @throws JoseException as there
   */
  public static void verify(JsonWebSignature signed, int index, ForeignJwk key) {
    verify(signed, index, key.alg(), key.verifier());
  }

  /**
   * Writes {@code header.payload.signature} (RFC 7515 7.1).
   *
   * @throws IllegalArgumentException if there are several signatures or unprotected members
   */
  public static String toCompact(JsonWebSignature signed) {
    return Compact.write(signed);
  }

  /**
   * Reads {@code header.payload.signature} (RFC 7515 7.1).
   *
   * @throws JoseException.Malformed if the text does not have three parts of base64url
   */
  public static JsonWebSignature fromCompact(String text) {
    return Compact.readSignature(text);
  }

  /**
   * Reads the general or the flattened JSON serialization (RFC 7515 7.2).
   *
   * @throws dev.meshsim.json.JsonException if the text is neither
   */
  public static JsonWebSignature fromJson(Bytes text) {
    return Flattened.readSignature(text);
  }

  private static void verify(JsonWebSignature signed, int index, String alg, Verifier key) {
    JwsHeader header = header(signed, index);
    if (!header.alg().equals(alg)) {
      throw new JoseException.AlgorithmMismatch(
          "the signature says alg " + Quote.text(header.alg()) + "; the key is for \"" + alg + "\"",
          "check that the right key was looked up; if so, the message was tampered with");
    }
    Signature signature = signed.signatures().get(index);
    byte[] input = SigningInput.of(signature.protectedHeader(), signed.payload());
    if (!key.verify(input, signature.signature().toArray())) {
      throw new JoseException.BadSignature(
          "the " + alg + " signature does not fit this key, header and payload",
          "check that the right key was looked up and that nothing was changed on the way");
    }
  }

  private static JoseException.BadKey doesNotSign(KeySpec spec) {
    return new JoseException.BadKey(
        "a key for " + spec.label() + " (" + spec.algorithm().joseName() + ") does not sign",
        "use a signature key");
  }
}
