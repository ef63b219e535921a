package dev.meshsim.dialect;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the JSON tree of an object to the form of the reference implementation in 2017: a signed
 * object names its digest in {@code unprotected}, a signature begins with the {@code header} that
 * names its key, a recipient's {@code Header} has a capital H, an encrypted message has no {@code
 * tag}, and an RSA key has no {@code kty} or {@code alg}, since the tag around it names its type.
 */
final class ToReference {

  private static final String DIGEST_NAME = "S512";

  private ToReference() {}

  /** Returns the converted tree; {@code tree} is not changed. */
  static JsonNode shape(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      if (object.has("payload") && object.path("signatures").isArray()) {
        return signature(object);
      }
      if (object.has("ciphertext") && object.path("recipients").isArray()) {
        return encryption(object);
      }
      ObjectNode shaped = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(m -> shaped.set(m.getKey(), shape(m.getValue())));
      if (shaped.has("n") && shaped.has("e")) {
        shaped.remove(List.of("kty", "alg"));
      }
      return shaped;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode shaped = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> shaped.add(shape(element)));
      return shaped;
    }
    return tree;
  }

  private static ObjectNode signature(ObjectNode signed) {
    JsonNode first = signed.path("signatures").path(0);
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    // Without an unprotected header it was read from the flattened form of 2016; keep that form.
    if (!first.has("header")) {
      shaped.set("header", first.path("protected"));
      shaped.set("payload", signed.path("payload"));
      shaped.set("signature", first.path("signature"));
      return shaped;
    }
    shaped.putObject("unprotected").put("dig", DIGEST_NAME);
    shaped.set("payload", signed.path("payload"));
    ArrayNode signatures = shaped.putArray("signatures");
    for (JsonNode signature : signed.path("signatures")) {
      ordered(signatures.addObject(), signature, Map.of(), "header", "protected", "signature");
    }
    return shaped;
  }

  private static ObjectNode encryption(ObjectNode encrypted) {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    ordered(shaped, encrypted, Map.of(), "protected", "iv");
    ArrayNode recipients = shaped.putArray("recipients");
    for (JsonNode recipient : encrypted.path("recipients")) {
      if (!recipient.isEmpty()) {
        ordered(
            recipients.addObject(),
            recipient,
            Map.of("header", "Header"),
            "header",
            "encrypted_key");
      }
    }
    if (recipients.isEmpty()) {
      shaped.remove("recipients");
    }
    return ordered(shaped, encrypted, Map.of(), "ciphertext");
  }

  /** Copies those of the named members that exist, in this order, under their new names. */
  private static ObjectNode ordered(
      ObjectNode target, JsonNode from, Map<String, String> renamed, String... names) {
    for (String name : names) {
      if (from.has(name)) {
        target.set(renamed.getOrDefault(name, name), from.path(name));
      }
    }
    return target;
  }
}
