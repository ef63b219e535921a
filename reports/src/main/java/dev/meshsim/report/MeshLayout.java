package dev.meshsim.report;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON laid out for reading as the reference printed it: two spaces a level, a line feed before
 * each member and before each array element but the first, closers on the last line.
 *
 * <p>{@link #elided} shortens long base64url strings as the reference did, to the first 96 octets
 * and the last incomplete group of 48, with three dots between; but inside the one string, so that
 * the text stays JSON. Dots are outside the base64url alphabet, so nobody can take the shortened
 * text for data.
 */
public final class MeshLayout {

  private static final int WHOLE_OCTETS = 260;
  private static final int GROUP_OCTETS = 48;
  private static final int GROUP_CHARS = 64;
  private static final int HEAD_CHARS = 2 * GROUP_CHARS;

  private final StringBuilder out = new StringBuilder();
  private final boolean elide;

  private MeshLayout(boolean elide) {
    this.elide = elide;
  }

  /** Lays {@code json} out with nothing left out; no final line feed. */
  public static String whole(JsonNode json) {
    return new MeshLayout(false).text(json);
  }

  /** Lays {@code json} out with long binary shortened; no final line feed. */
  public static String elided(JsonNode json) {
    return new MeshLayout(true).text(json);
  }

  private String text(JsonNode json) {
    value(json, 0);
    return out.toString();
  }

  private void value(JsonNode json, int level) {
    if (json.isObject()) {
      object(json, level);
    } else if (json.isArray()) {
      array(json, level);
    } else if (json.isString()) {
      string(elide ? shortened(json.stringValue()) : json.stringValue());
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

  private static String shortened(String text) {
    int octets = text.length() * 3 / 4;
    if (octets < WHOLE_OCTETS || !isBase64Url(text)) {
      return text;
    }
    int tail =
        octets % GROUP_OCTETS == 0 ? octets - GROUP_OCTETS : octets / GROUP_OCTETS * GROUP_OCTETS;
    return text.substring(0, HEAD_CHARS) + "..." + text.substring(tail / 3 * 4);
  }

  private static boolean isBase64Url(String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_');
  }
}
