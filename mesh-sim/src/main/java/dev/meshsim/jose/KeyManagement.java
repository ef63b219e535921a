package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.cipher.AesKeyWrap;
import dev.meshsim.jose.cipher.ConcatKdf;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.jose.key.PublicMaterial;
import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The encryption of a content key to a recipient, and its recovery (RFC 7518 4). */
final class KeyManagement {

  private static final int WRAPPING_KEY_OCTETS = 32;

  private KeyManagement() {}

  /** Wraps a content key. The header has {@code alg}, {@code kid} and {@code epk} in this order. */
  static WrappedKey wrap(byte[] contentKey, Jwe.Recipient recipient, RandomStream random) {
    Algorithm algorithm = recipient.key().algorithm();
    refuseSha1(algorithm);
    PublicMaterial material = recipient.key().material();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", algorithm.joseName());
    header.put("kid", recipient.kid());
    if (algorithm == Algorithm.RSA_OAEP_256) {
      return new WrappedKey(header, Bytes.of(material.encryptKey(contentKey, random)));
    }
    PublicMaterial.Agreement agreement = material.agree(random);
    byte[] wrappingKey =
        derive(agreement.shared(), header, algorithm.joseName(), WRAPPING_KEY_OCTETS);
    try {
      header.set("epk", agreement.epk());
      return new WrappedKey(header, Bytes.of(AesKeyWrap.wrap(wrappingKey, contentKey)));
    } finally {
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  /** The opener for a private key of the Mesh's own algorithms. */
  static KeyOpener opener(Algorithm algorithm, PrivateMaterial key) {
    refuseSha1(algorithm);
    return algorithm == Algorithm.RSA_OAEP_256
        ? (header, encryptedKey, content) -> key.decryptKey(encryptedKey)
        : (header, encryptedKey, content) ->
            unwrap(key, algorithm.joseName(), WRAPPING_KEY_OCTETS, header, encryptedKey);
  }

  private static void refuseSha1(Algorithm algorithm) {
    if (algorithm == Algorithm.RSA_OAEP) {
      throw new JoseException.BadKey(
          "a key for RSA-OAEP with SHA-1 is only for the portal-2017 dialect",
          "use a key for RSA-OAEP-256");
    }
  }

  /** Agrees on a wrapping key of {@code octets} octets and unwraps the content key with it. */
  static byte[] unwrap(
      PrivateMaterial key, String alg, int octets, ObjectNode header, byte[] encryptedKey) {
    byte[] wrappingKey = derive(agree(key, header), header, alg, octets);
    try {
      return Decryption.run(() -> AesKeyWrap.unwrap(wrappingKey, encryptedKey));
    } finally {
      Arrays.fill(wrappingKey, (byte) 0);
    }
  }

  /** Agrees on the content key itself (ECDH-ES without a wrap). */
  static byte[] agreed(
      PrivateMaterial key, ObjectNode header, byte[] encryptedKey, ContentEncryption content) {
    expectNoKey(encryptedKey);
    return derive(agree(key, header), header, content.joseName(), content.keyOctets());
  }

  static void expectNoKey(byte[] encryptedKey) {
    if (encryptedKey.length != 0) {
      throw JoseException.Malformed.of(
          "\"encrypted_key\" must be absent or empty where the content key is agreed or shared");
    }
  }

  private static byte[] agree(PrivateMaterial key, ObjectNode header) {
    JsonNode epk = header.get("epk");
    if (epk == null) {
      throw JoseException.Malformed.of(
          "the recipient's header has no ephemeral public key (\"epk\")");
    }
    try {
      return key.agree(JwkMembers.of(epk));
    } catch (JoseException.BadKey e) {
      throw JoseException.Malformed.of("the ephemeral public key (\"epk\"): " + e.problem());
    }
  }

  /** Derives a key and clears {@code shared}. */
  private static byte[] derive(byte[] shared, ObjectNode header, String name, int octets) {
    try {
      return ConcatKdf.derive(shared, name, party(header, "apu"), party(header, "apv"), octets);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  private static byte[] party(ObjectNode header, String name) {
    return header.has(name) ? Headers.octets(header, name) : new byte[0];
  }
}
