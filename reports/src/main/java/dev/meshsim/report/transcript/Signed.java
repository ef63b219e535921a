package dev.meshsim.report.transcript;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds and unpacks signed objects in messages by their wire names. */
final class Signed {

  private Signed() {}

  /** The message as a tree, or empty if it is not JSON. */
  static Optional<JsonNode> tree(Bytes message) {
    try {
      return Optional.of(MeshJson.readTree(message));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  /** The value of the message's only member, whose name is the tag. */
  static Optional<JsonNode> body(Bytes message) {
    return tree(message)
        .filter(json -> json.isObject() && json.size() == 1)
        .map(json -> json.iterator().next());
  }

  /** The value at {@code path}, a list of member names. */
  static Optional<JsonNode> at(JsonNode json, String... path) {
    JsonNode here = json;
    for (String name : path) {
      here = here.path(name);
    }
    return here.isMissingNode() || here.isNull() ? Optional.empty() : Optional.of(here);
  }

  /**
   * The object that was signed.
   *
   * @param signed the content of a SignedMasterProfile, SignedPersonalProfile and so on
   * @return the inner object with its tag
   */
  static Optional<JsonNode> inner(JsonNode signed) {
    Optional<JsonNode> payload = at(signed, "SignedData", "payload");
    try {
      return payload
          .filter(JsonNode::isString)
          .map(text -> Bytes.base64Url(text.stringValue()))
          .flatMap(Signed::tree);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Wraps content in its tag, {@code {tag: content}}. */
  static JsonNode tagged(String tag, JsonNode content) {
    return MeshJson.toTree(Map.of(tag, content));
  }

  /** The tag of a tagged object, {@code PasswordProfile} for example. */
  static String tag(JsonNode tagged) {
    return tagged.isObject() && tagged.size() == 1 ? tagged.propertyNames().iterator().next() : "";
  }
}
