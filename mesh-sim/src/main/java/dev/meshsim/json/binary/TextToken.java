package dev.meshsim.json.binary;

import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonException.Code;
import dev.meshsim.json.MeshJson;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * A string, number or literal of JSON between other octets, read as strictly as a whole text.
 *
 * @param token its kind
 * @param text the decoded string, or the number as it is written; empty for a literal
 */
record TextToken(JsonToken token, String text) {

  /**
   * Finds the end of a token that begins at an index.
   *
   * @param to the end of the octets
   * @return the index after it
   * @throws StreamReadException if a string has no end
   */
  static int end(byte[] octets, int from, int to) {
    if (octets[from] != '"') {
      int at = from;
      while (at < to && isPlain(octets[at])) {
        at++;
      }
      return at;
    }
    for (int at = from + 1; at < to; at++) {
      if (octets[at] == '\\') {
        at++;
      } else if (octets[at] == '"') {
        return at + 1;
      }
    }
    throw EncodedJson.fault(Code.MALFORMED, "the octets end before their value does", to);
  }

  private static boolean isPlain(byte octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || octet == '+'
        || octet == '-'
        || octet == '.';
  }

  /**
   * Reads a token that fills some octets.
   *
   * @throws StreamReadException if they are anything else
   */
  static TextToken read(byte[] octets, int from, int to) {
    TextToken[] found = new TextToken[1];
    try {
      EncodedJson.copy(
          MeshJson.parser(octets, from, to - from), parser -> found[0] = token(parser, from));
      return found[0];
    } catch (JsonException e) {
      throw EncodedJson.fault(codeOf(e), withoutPlace(e), from);
    }
  }

  private static TextToken token(JsonParser parser, int from) {
    JsonToken token = parser.nextToken();
    if (token == null || !token.isScalarValue()) {
      throw EncodedJson.fault(Code.MALFORMED, "a value is expected", from);
    }
    boolean literal = !token.isNumeric() && token != JsonToken.VALUE_STRING;
    String text = literal ? "" : parser.getString();
    if (parser.nextToken() != null) {
      throw EncodedJson.fault(Code.MALFORMED, "the text of a value is not JSON", from);
    }
    return new TextToken(token, text);
  }

  private static Code codeOf(JsonException e) {
    return e.errorCode() instanceof Code code ? code : Code.MALFORMED;
  }

  private static String withoutPlace(JsonException e) {
    return e.problem().substring(0, e.problem().length() - e.position().length());
  }
}
