package dev.meshsim.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Translates Jackson's errors into messages for people. */
final class JsonErrors {

  private static final Pattern REFUSED =
      Pattern.compile("Cannot construct instance of `[^`]*`, problem: (.*)");
  private static final Pattern MISSING =
      Pattern.compile("Missing required creator property '([^']*)'.*");
  private static final Pattern ASIDE =
      Pattern.compile(
          " \\(set `[^)]*\\)| \\(start marker at [^)]*\\)[^)]*\\)| \\(although at least.*"
              + "| \\(class [^)]*\\), not marked as ignorable");
  private static final Pattern CLASS =
      Pattern.compile("`(?:[A-Za-z0-9_]+[.$])+([A-Za-z0-9_]+)(?:<[^`]*>)?`");

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
    String what = plain(firstLine(e.getOriginalMessage()));
    String known = place(e.getLocation());
    String place = known.isEmpty() ? place(reached) : known;
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

  /** A wrong shape in a tree, where no line or column is known. */
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

  /** Removes the names of packages and of Jackson's settings, which do not help the user. */
  private static String plain(String message) {
    Matcher refused = REFUSED.matcher(message);
    if (refused.matches()) {
      String problem = refused.group(1);
      boolean said = !problem.equals("null") && !problem.startsWith("Cannot invoke");
      return said ? problem : "a member is missing";
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "the member " + missing.group(1) + " is missing";
    }
    return message.startsWith("No content to map")
        ? "the text is empty"
        : CLASS.matcher(ASIDE.matcher(message).replaceAll("")).replaceAll("`$1`");
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
