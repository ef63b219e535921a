package dev.meshsim.reference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks at trees whose shape nobody has checked. */
final class Nodes {

  private Nodes() {}

  /** The string member of that name, or null. */
  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  /** The string member of that name, or an empty string. */
  static String textOr(JsonNode object, String name) {
    String value = text(object, name);
    return value == null ? "" : value;
  }

  /** The object member of that name, or null. */
  static @Nullable ObjectNode object(JsonNode object, String name) {
    return object.get(name) instanceof ObjectNode value ? value : null;
  }

  /** The only member's name of a tagged object whose content is an object, or null. */
  static @Nullable String tag(JsonNode node) {
    if (node instanceof ObjectNode object && object.size() == 1) {
      String name = object.propertyNames().iterator().next();
      return object.get(name).isObject() ? name : null;
    }
    return null;
  }
}
