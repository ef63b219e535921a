package dev.meshsim.json.binary;

import dev.meshsim.json.JsonLimits;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A count of the parts of a document: the opening brackets, colons and commas that its JSON would
 * have.
 */
final class PartCount {

  private final boolean[] begun = new boolean[JsonLimits.DEPTH + 2];
  private final boolean[] arrays = new boolean[JsonLimits.DEPTH + 2];
  private int depth;
  private int count;

  private PartCount() {}

  /** Reads all tokens. */
  static int of(JsonParser parser) {
    PartCount parts = new PartCount();
    JsonToken token;
    while ((token = parser.nextToken()) != null) {
      parts.add(token);
    }
    return parts.count;
  }

  private void add(JsonToken token) {
    if (token.isStructEnd()) {
      depth--;
      return;
    }
    if (token == JsonToken.PROPERTY_NAME) {
      count++;
      comma();
      return;
    }
    if (arrays[depth]) {
      comma();
    }
    if (token.isStructStart()) {
      count++;
      depth++;
      begun[depth] = false;
      arrays[depth] = token == JsonToken.START_ARRAY;
    }
  }

  private void comma() {
    if (begun[depth]) {
      count++;
    }
    begun[depth] = true;
  }
}
