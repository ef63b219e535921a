package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The cryptography of envelopes: a JWS or a JWE in the place of its parts. */
final class Seal {

  private static final String SIGNATURE = "signature";
  private static final String KEY = "encrypted_key";
  private static final String IV = "iv";
  private static final String TAG = "tag";

  private Seal() {}

  /** Signs a message; {@code claims} follow {@code alg} and {@code kid} in the preamble. */
  static Bytes sign(
      Bytes message, Map<String, Object> claims, PrivateJwk key, String kid, RandomStream random) {
    Signature only = Jws.sign(message, key, kid, claims, random).signatures().get(0);
    Bytes postscript = MeshJson.write(Map.of(SIGNATURE, only.signature()));
    return new Envelope(only.protectedHeader(), message, postscript).write();
  }

  /** The JWS of a signed envelope. */
  static JsonWebSignature signed(Envelope envelope) {
    Bytes signature = octets(envelope.trailer(SIGNATURE), SIGNATURE);
    return new JsonWebSignature(
        envelope.payload(), List.of(new Signature(envelope.preamble(), null, signature)));
  }

  /**
   * Verifies a signed envelope.
   *
   * @throws ProtectException {@code protect.not-authentic} if this key has not signed it
   */
  static void verify(Envelope envelope, PublicJwk key) {
    JsonWebSignature signed = signed(envelope);
    try {
      Jws.verify(signed, 0, key);
    } catch (MeshException e) {
      throw ProtectException.notAuthentic(e);
    }
  }

  /** Encrypts a signed envelope to one key; {@code typ} and {@code cty} are in the preamble. */
  static Bytes encrypt(Bytes signed, String type, Jwe.Recipient recipient, RandomStream random) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("typ", type);
    more.put("cty", Envelope.CODING);
    JsonWebEncryption sealed;
    try (SecretBytes plaintext = SecretBytes.moveFrom(signed.toArray())) {
      sealed = Jwe.encryptToOne(plaintext, recipient, random, more);
    }
    Bytes wrapped = sealed.recipients().get(0).encryptedKey();
    Map<String, Object> trailer = new LinkedHashMap<>();
    trailer.put(KEY, wrapped == null ? Bytes.EMPTY : wrapped);
    trailer.put(IV, sealed.iv());
    trailer.put(TAG, sealed.tag());
    return new Envelope(sealed.protectedHeader(), sealed.ciphertext(), MeshJson.write(trailer))
        .write();
  }

  /** The JWE of an encrypted envelope. */
  static JsonWebEncryption encrypted(Envelope envelope) {
    ObjectNode trailer = envelope.trailer(KEY, IV, TAG);
    return new JsonWebEncryption(
        envelope.preamble(),
        null,
        List.of(new WrappedKey(null, octets(trailer, KEY))),
        null,
        octets(trailer, IV),
        envelope.payload(),
        octets(trailer, TAG));
  }

  /**
   * Decrypts an encrypted envelope.
   *
   * @throws ProtectException {@code protect.not-authentic} if it is not for this key or was changed
   */
  static Bytes decrypt(Envelope envelope, String kid, PrivateJwk key) {
    JsonWebEncryption message = encrypted(envelope);
    try (SecretBytes plaintext = Jwe.decrypt(message, kid, key)) {
      byte[] octets = plaintext.expose();
      try {
        return Bytes.of(octets);
      } finally {
        Arrays.fill(octets, (byte) 0);
      }
    } catch (MeshException e) {
      throw ProtectException.notAuthentic(e);
    }
  }

  /** A text of a header or null; one of another type counts as absent. */
  static @Nullable String text(ObjectNode header, String name) {
    return header.path(name).isString() ? header.path(name).stringValue() : null;
  }

  /**
   * A text of a header.
   *
   * @throws ProtectException {@code protect.malformed} if there is none
   */
  static String required(ObjectNode header, String name) {
    String value = text(header, name);
    if (value == null) {
      throw ProtectException.malformed("its header lacks the text " + name);
    }
    return value;
  }

  /** Requires the type of a header. */
  static void requireType(ObjectNode header, String type) {
    String found = text(header, "typ");
    if (!type.equals(found)) {
      throw ProtectException.wrongUse(type, found);
    }
  }

  private static Bytes octets(ObjectNode trailer, String name) {
    try {
      return Bytes.base64Url(trailer.path(name).stringValue());
    } catch (IllegalArgumentException e) {
      throw ProtectException.malformed("the " + name + " of its postscript is not base64url");
    }
  }
}
