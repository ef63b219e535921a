package dev.meshsim.audit.record;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accessors for trees of unchecked shape: they return null or an empty text and never fail. */
public final class JsonMembers {

  private JsonMembers() {}

  /** The string member of this name, or null. */
  public static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  /** The string member of this name, or an empty string. */
  public static String textOr(JsonNode object, String name) {
    String value = text(object, name);
    return value == null ? "" : value;
  }

  /** The object member of this name, or null. */
  public static @Nullable ObjectNode object(JsonNode object, String name) {
    return object.get(name) instanceof ObjectNode value ? value : null;
  }

  /** The tag of a tagged object: the name of its only member, an object; or null. */
  public static @Nullable String tag(JsonNode node) {
    if (node instanceof ObjectNode object && object.size() == 1) {
      String name = object.propertyNames().iterator().next();
      return object.get(name).isObject() ? name : null;
    }
    return null;
  }
}
