package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;

/**
 * A count of the parts of a JSON text, made without parsing it. A short text can have a million
 * empty objects, which need far more memory than their octets: a reader of others' texts counts
 * them first.
 */
public final class TokenScan {

  private TokenScan() {}

  /**
   * The number of opening brackets, commas and colons outside strings. A text that is not JSON has
   * some number too.
   */
  public static int count(Bytes text) {
    int count = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      int octet = text.at(i);
      if (octet == '"') {
        inString = !inString;
      } else if (inString && octet == '\\') {
        i++;
      } else if (!inString && (octet == '{' || octet == '[' || octet == ',' || octet == ':')) {
        count++;
      }
    }
    return count;
  }

  /**
   * Refuses a text with too many parts.
   *
   * @param most the most opening brackets, commas and colons outside strings
   * @throws JsonException with code {@link JsonException.Code#LIMIT} if it has more
   */
  public static void requireAtMost(int most, Bytes text) {
    requireAtMost(most, count(text));
  }

  /**
   * Refuses a document with too many parts, which were counted otherwise.
   *
   * @throws JsonException with code {@link JsonException.Code#LIMIT} if it has more
   */
  public static void requireAtMost(int most, int count) {
    if (count > most) {
      throw new JsonException(
          JsonException.Code.LIMIT,
          "the document has " + count + " members and elements; at most " + most + " are read here",
          "",
          null);
    }
  }
}
