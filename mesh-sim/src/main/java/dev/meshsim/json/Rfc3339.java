package dev.meshsim.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of the Mesh: RFC 3339 in UTC as D8 writes them, {@code 2019-04-04T00:00:00Z}, with one
 * to nine digits of a fraction or none. {@link Instant#parse} accepts more: hour 24, a point
 * without digits, leap seconds, other zones, years below 0 and above 9999.
 */
public final class Rfc3339 {

  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T([0-9]{2}):[0-9]{2}:([0-9]{2})(?:\\.[0-9]{1,9})?Z");
  private static final String EXPECTED =
      "expected a time such as 2019-04-04T00:00:00Z (RFC 3339 in UTC)";

  private Rfc3339() {}

  /**
   * Parses a time.
   *
   * @throws DateTimeException if the text has another form, or if there is no such day or hour; its
   *     message is fit for a user
   */
  public static Instant parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new DateTimeException(EXPECTED);
    }
    if (shape.group(2).equals("60")) {
      throw new DateTimeException("a leap second cannot be kept; write second 59");
    }
    if (shape.group(1).compareTo("23") > 0) {
      throw new DateTimeException("the hours of a time are 00 to 23");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new DateTimeException("there is no such day, minute or second; " + EXPECTED, e);
    }
  }
}
