package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Writes JSON as XML in the form of XPath 3.1's {@code json-to-xml} (XPath and XQuery Functions 3.1
 * section 17.5.3): {@code map}, {@code array}, {@code string}, {@code number}, {@code boolean} and
 * {@code null}, with the member's name in the attribute {@code key}. A character that XML 1.0 lacks
 * is a JSON escape in an element with {@code escaped="true"}.
 */
final class JsonToXml {

  /** The namespace of the elements. */
  static final String NAMESPACE = "http://www.w3.org/2005/xpath-functions";

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final JsonParser in;
  private final StringBuilder out = new StringBuilder(DECLARATION);
  private int depth;

  private JsonToXml(JsonParser in) {
    this.in = in;
  }

  /** The XML of a JSON value, in UTF-8, one element to a line. */
  static Bytes write(Bytes json) {
    byte[] octets = json.toArray();
    try (JsonParser parser = MeshJson.parser(octets, 0, octets.length)) {
      JsonToXml writer = new JsonToXml(parser);
      parser.nextToken();
      writer.value(null);
      return Bytes.utf8(writer.out.toString());
    }
  }

  private void value(@Nullable String key) {
    switch (in.currentToken()) {
      case START_OBJECT -> {
        open("map", key, "");
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String member = in.currentName();
          in.nextToken();
          value(member);
        }
        close("map");
      }
      case START_ARRAY -> {
        open("array", key, "");
        while (in.nextToken() != JsonToken.END_ARRAY) {
          value(null);
        }
        close("array");
      }
      case VALUE_STRING -> string(key, in.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf("number", key, "", in.getString());
      case VALUE_TRUE, VALUE_FALSE -> leaf("boolean", key, "", in.getString());
      case VALUE_NULL -> {
        start("null", key, "");
        out.append("/>\n");
      }
      default -> throw new IllegalArgumentException("not a JSON value: " + in.currentToken());
    }
  }

  private void string(@Nullable String key, String text) {
    boolean plain = isXml(text);
    leaf("string", key, plain ? "" : " escaped=\"true\"", plain ? text : escaped(text));
  }

  private void leaf(String element, @Nullable String key, String attributes, String text) {
    start(element, key, attributes);
    out.append('>');
    text(text, false);
    out.append("</").append(element).append(">\n");
  }

  private void open(String element, @Nullable String key, String attributes) {
    start(element, key, attributes);
    out.append(">\n");
    depth++;
  }

  private void close(String element) {
    depth--;
    out.append("  ".repeat(depth)).append("</").append(element).append(">\n");
  }

  private void start(String element, @Nullable String key, String attributes) {
    out.append("  ".repeat(depth)).append('<').append(element);
    if (depth == 0) {
      out.append(" xmlns=\"").append(NAMESPACE).append('"');
    }
    if (key != null) {
      boolean plain = isXml(key);
      out.append(plain ? "" : " escaped-key=\"true\"").append(" key=\"");
      text(plain ? key : escaped(key), true);
      out.append('"');
    }
    out.append(attributes);
  }

  /** A carriage return would be read as a line feed, and both in an attribute as a space. */
  private void text(String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        default -> out.append(c);
      }
    }
  }

  /** True if every character may stand in XML 1.0 (its production 2). */
  private static boolean isXml(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xD800)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c > 0xFFFF);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
