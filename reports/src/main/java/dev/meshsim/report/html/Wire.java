package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Recognizes signed and encrypted objects in messages by their members, and unpacks them. */
final class Wire {

  private Wire() {}

  /** The message as a tree, or empty if it is not JSON. */
  static Optional<JsonNode> tree(Bytes message) {
    try {
      return Optional.of(TolerantJson.read(message));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  /** True if an object has a payload and signatures over it. */
  static boolean isSigned(JsonNode object) {
    return object.path("payload").isString() && object.path("signatures").isArray();
  }

  /** True if an object is an encrypted message. */
  static boolean isEncrypted(JsonNode object) {
    return object.path("ciphertext").isString();
  }

  /** True if an object is a public key under its fingerprint. */
  static boolean isPublicKey(JsonNode object) {
    return object.path("PublicParameters").isObject();
  }

  /** The tree in a base64url text; empty if the node is something else. */
  static Optional<JsonNode> unpacked(JsonNode text) {
    if (!text.isString() || text.stringValue().isEmpty()) {
      return Optional.empty();
    }
    try {
      return tree(TolerantBase64.decode(text.stringValue())).filter(JsonNode::isContainer);
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
