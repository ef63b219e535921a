package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reader of the flattened JSON serializations (RFC 7515 7.2.2, RFC 7516 7.2.2), which converts
 * them to the general ones. The general ones are read too.
 */
final class Flattened {

  private Flattened() {}

  static JsonWebSignature readSignature(Bytes text) {
    return read(
        text, "signatures", List.of("protected", "header", "signature"), JsonWebSignature.class);
  }

  static JsonWebEncryption readEncryption(Bytes text) {
    return read(text, "recipients", List.of("header", "encrypted_key"), JsonWebEncryption.class);
  }

  private static <T> T read(Bytes text, String list, List<String> members, Class<T> type) {
    JsonNode tree = MeshJson.readTree(text);
    if (tree instanceof ObjectNode object && !object.has(list)) {
      ObjectNode only = object.objectNode();
      for (String member : members) {
        JsonNode value = object.remove(member);
        if (value != null) {
          only.set(member, value);
        }
      }
      object.set(list, object.arrayNode().add(only));
    }
    return MeshJson.fromTree(tree, type);
  }
}
