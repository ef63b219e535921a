package dev.meshsim.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Turns what Jackson says into what a person can use. */
final class JsonErrors {

  private static final Pattern REFUSED =
      Pattern.compile("Cannot construct instance of `[^`]*`, problem: (.*)");
  private static final Pattern ASIDE =
      Pattern.compile(
          " \\(set `[^)]*\\)| \\(start marker at [^)]*\\)[^)]*\\)| \\(although at least.*"
              + "| \\(class [^)]*\\), not marked as ignorable");
  private static final Pattern CLASS =
      Pattern.compile("`(?:[A-Za-z0-9_]+[.$])+([A-Za-z0-9_]+)(?:<[^`]*>)?`");

  private JsonErrors() {}

  static JsonException of(JacksonException e) {
    String what = plain(firstLine(e.getOriginalMessage()));
    String place = place(e.getLocation());
    if (e instanceof StreamConstraintsException) {
      return new JsonException(JsonException.Code.LIMIT, what, place, e);
    }
    if (e instanceof StreamReadException) {
      return what.startsWith("Duplicate")
          ? new JsonException(JsonException.Code.DUPLICATE_MEMBER, what, place, e)
          : new JsonException(JsonException.Code.MALFORMED, what, place, e);
    }
    return new JsonException(JsonException.Code.SHAPE, what, place, e);
  }

  static JsonException shape(JsonParser parser, String what) {
    return new JsonException(
        JsonException.Code.SHAPE, what, place(parser.currentTokenLocation()), null);
  }

  /** A shape that is wrong in a tree, where no place is known. */
  static JsonException shape(String what) {
    return new JsonException(JsonException.Code.SHAPE, what, "", null);
  }

  static JsonException tooLarge(int octets) {
    return new JsonException(
        JsonException.Code.LIMIT,
        "the document has "
            + octets
            + " octets; at most "
            + JsonLimits.DOCUMENT_OCTETS
            + " are read",
        "",
        null);
  }

  /** Without the names of classes and of Jackson's settings, which say nothing to a person. */
  private static String plain(String message) {
    Matcher refused = REFUSED.matcher(message);
    if (refused.matches()) {
      String problem = refused.group(1);
      boolean said = !problem.equals("null") && !problem.startsWith("Cannot invoke");
      return said ? problem : "a member is missing";
    }
    return message.startsWith("No content to map")
        ? "the text is empty"
        : CLASS.matcher(ASIDE.matcher(message).replaceAll("")).replaceAll("`$1`");
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static String place(@org.jspecify.annotations.Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
