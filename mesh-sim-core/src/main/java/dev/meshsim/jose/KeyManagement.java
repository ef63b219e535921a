package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries a content key to a recipient and back (RFC 7518 4). */
final class KeyManagement {

  static final int CONTENT_KEY_OCTETS = 32;
  private static final byte[] NOTHING = {};

  private KeyManagement() {}

  /** Wraps a content key; the header is {@code {"alg","kid","epk"}} in this order. */
  static WrappedKey wrap(byte[] contentKey, Jwe.Recipient recipient, RandomStream random) {
    Algorithm algorithm = recipient.key().algorithm();
    PublicMaterial material = recipient.key().material();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", algorithm.joseName());
    header.put("kid", recipient.kid());
    if (algorithm == Algorithm.RSA_OAEP_256) {
      return new WrappedKey(header, Bytes.of(material.encryptKey(contentKey, random)));
    }
    PublicMaterial.Agreement agreement = material.agree(random);
    byte[] wrappingKey = wrappingKey(agreement.shared(), header, algorithm.joseName(), 32);
    try {
      header.set("epk", agreement.epk());
      return new WrappedKey(header, Bytes.of(AesKeyWrap.wrap(wrappingKey, contentKey)));
    } finally {
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  /**
   * Unwraps a content key.
   *
   * @param header all members that apply to the recipient
   */
  static byte[] unwrap(
      PrivateMaterial key, Algorithm algorithm, ObjectNode header, byte[] encryptedKey) {
    if (algorithm == Algorithm.RSA_OAEP_256) {
      return key.decryptKey(encryptedKey);
    }
    byte[] wrappingKey = wrappingKey(agree(key, header), header, algorithm.joseName(), 32);
    try {
      return AesKeyWrap.unwrap(wrappingKey, encryptedKey);
    } finally {
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  private static byte[] agree(PrivateMaterial key, ObjectNode header) {
    JsonNode epk = header.get("epk");
    if (epk == null) {
      throw Shape.malformed("the recipient's header has no ephemeral public key (\"epk\")");
    }
    try {
      return key.agree(Members.of(epk));
    } catch (BadKeyException e) {
      throw Shape.malformed("the ephemeral public key (\"epk\"): " + e.problem());
    }
  }

  /** Derives a key and clears {@code shared}. */
  private static byte[] wrappingKey(byte[] shared, ObjectNode header, String name, int octets) {
    try {
      return ConcatKdf.derive(shared, name, party(header, "apu"), party(header, "apv"), octets);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  private static byte[] party(ObjectNode header, String name) {
    if (!header.has(name)) {
      return NOTHING;
    }
    try {
      return Bytes.base64Url(Headers.text(header, name)).toArray();
    } catch (IllegalArgumentException e) {
      throw Shape.malformed("header member \"" + name + "\" is not base64url");
    }
  }
}
