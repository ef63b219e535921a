package dev.meshsim.json;

import dev.meshsim.json.JsonException.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;

/**
 * Makes the failures of this package. Of Jackson's own messages no word reaches the user: they name
 * classes and settings of a library.
 */
final class JsonErrors {

  private JsonErrors() {}

  static JsonException of(JacksonException e) {
    return of(e, null);
  }

  /**
   * Translates a failure.
   *
   * @param reached where the parser is, for failures that Jackson reports without a place
   */
  static JsonException of(JacksonException e, @Nullable TokenStreamLocation reached) {
    String known = place(e.getLocation());
    String place = known.isEmpty() ? place(reached) : known;
    if (e instanceof OctetFault fault) {
      return new JsonException(fault.code(), fault.getOriginalMessage(), place, e);
    }
    if (e instanceof StreamConstraintsException) {
      return new JsonException(Code.LIMIT, SyntaxErrors.limit(e.getOriginalMessage()), place, e);
    }
    if (e instanceof InputCoercionException) {
      return new JsonException(Code.SHAPE, "a number is out of range", place, e);
    }
    if (e instanceof StreamReadException) {
      String twice = SyntaxErrors.duplicate(e.getOriginalMessage());
      return twice.isEmpty()
          ? new JsonException(Code.MALFORMED, SyntaxErrors.describe(e), place, e)
          : new JsonException(Code.DUPLICATE_MEMBER, twice, place, e);
    }
    return e instanceof InvalidNullException
        ? JsonException.absent(ShapeErrors.describe(e), place, e)
        : new JsonException(Code.SHAPE, ShapeErrors.describe(e), place, e);
  }

  static JsonException shape(JsonParser parser, String what) {
    return new JsonException(Code.SHAPE, what, place(parser.currentTokenLocation()), null);
  }

  /** A wrong shape in a tree, where no line or column is known. */
  static JsonException shape(String what) {
    return new JsonException(Code.SHAPE, what, "", null);
  }

  static JsonException tooLarge(int octets) {
    return new JsonException(
        Code.LIMIT,
        "the document has "
            + octets
            + " octets; at most "
            + JsonLimits.DOCUMENT_OCTETS
            + " are read",
        "",
        null);
  }

  /** Octets that are not a UTF-8 text, which begins at {@code from}; the fault is at {@code at}. */
  static JsonException notUtf8(String what, byte[] octets, int from, int at) {
    return new JsonException(Code.NOT_UTF8, what, place(octets, from, at), null);
  }

  /** A text that is not JSON, found before it is parsed. */
  static JsonException malformed(String what, byte[] octets, int from, int at) {
    return new JsonException(Code.MALFORMED, what, place(octets, from, at), null);
  }

  private static String place(@Nullable TokenStreamLocation location) {
    if (location != null && location.getLineNr() < 0 && location.getByteOffset() >= 0) {
      return " at octet " + location.getByteOffset();
    }
    return location == null || location.getLineNr() < 0
        ? ""
        : place(location.getLineNr(), location.getColumnNr());
  }

  private static String place(byte[] octets, int from, int at) {
    int line = 1;
    int begin = from;
    for (int i = from; i < at; i++) {
      if (octets[i] == '\n') {
        line++;
        begin = i + 1;
      }
    }
    return place(line, at - begin + 1);
  }

  private static String place(int line, int column) {
    return " at line " + line + ", column " + column;
  }
}
