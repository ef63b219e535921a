package dev.meshsim.json;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Formats JSON as the reference implementation did: an indentation of two spaces per level, a line
 * feed before each member and before each array element but the first, closing brackets on the last
 * line, no line feed at the end. Control characters without a short escape, and both halves of
 * surrogate pairs, are written as {@code \\uXXXX} in capitals; all other characters are written
 * unescaped.
 */
public final class JsonLayout {

  private final StringBuilder out = new StringBuilder();
  private final UnaryOperator<String> texts;

  private JsonLayout(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** Formats {@code json}. */
  public static String of(JsonNode json) {
    return of(json, UnaryOperator.identity());
  }

  /**
   * Formats {@code json} after replacing each string value, but no member name.
   *
   * @param texts the replacement, applied to the unescaped text of each string value
   */
  public static String of(JsonNode json, UnaryOperator<String> texts) {
    JsonLayout layout = new JsonLayout(texts);
    layout.value(json, 0);
    return layout.out.toString();
  }

  private void value(JsonNode json, int level) {
    if (json.isObject()) {
      object(json, level);
    } else if (json.isArray()) {
      array(json, level);
    } else if (json.isString()) {
      string(texts.apply(json.stringValue()));
    } else {
      out.append(json);
    }
  }

  private void object(JsonNode json, int level) {
    out.append('{');
    Iterator<Map.Entry<String, JsonNode>> members = json.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      newLine(level + 1);
      string(member.getKey());
      out.append(": ");
      value(member.getValue(), level + 1);
      if (members.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private void array(JsonNode json, int level) {
    out.append('[');
    for (int i = 0; i < json.size(); i++) {
      if (i > 0) {
        out.append(',');
        newLine(level + 1);
      }
      value(json.get(i), level + 1);
    }
    out.append(']');
  }

  private void newLine(int level) {
    out.append('\n').append("  ".repeat(level));
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
