package dev.meshsim.json;

import dev.meshsim.json.JsonException.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A string, number or literal of JSON between other octets, read as strictly as a whole text.
 *
 * @param token its kind
 * @param text the decoded string, or the number as it is written; empty for a literal
 */
public record TextToken(JsonToken token, String text) {

  /**
   * Finds the end of a token that begins at an index.
   *
   * @param to the end of the octets
   * @return the index after it
   * @throws OctetFault if a string has no end
   */
  public static int end(byte[] octets, int from, int to) {
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
    throw new OctetFault(Code.MALFORMED, "the octets end before their value does", to);
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
   * @throws OctetFault if they are anything else
   */
  public static TextToken read(byte[] octets, int from, int to) {
    try (JsonParser parser = MeshJson.parser(octets, from, to - from)) {
      JsonToken token = parser.nextToken();
      if (token == null || !token.isScalarValue()) {
        throw fault(Code.MALFORMED, "a value is expected", from);
      }
      boolean literal = !token.isNumeric() && token != JsonToken.VALUE_STRING;
      String text = literal ? "" : parser.getString();
      if (parser.nextToken() != null) {
        throw fault(Code.MALFORMED, "the text of a value is not JSON", from);
      }
      return new TextToken(token, text);
    } catch (JsonException e) {
      throw fault(codeOf(e), withoutPlace(e), from);
    } catch (OctetFault e) {
      throw e;
    } catch (JacksonException e) {
      JsonException read = JsonErrors.of(e);
      throw fault(codeOf(read), withoutPlace(read), from);
    }
  }

  private static OctetFault fault(@Nullable Code code, String what, int at) {
    return new OctetFault(code == null ? Code.MALFORMED : code, what, at);
  }

  private static Code codeOf(JsonException e) {
    return e.errorCode() instanceof Code code ? code : Code.MALFORMED;
  }

  private static String withoutPlace(JsonException e) {
    return e.problem().substring(0, e.problem().length() - e.position().length());
  }
}
