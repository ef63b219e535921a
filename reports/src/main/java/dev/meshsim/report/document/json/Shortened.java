package dev.meshsim.report.document.json;

/**
 * JSON with long texts left out. The dots stand between two strings, where JSON can have no value,
 * so that the result is never taken for JSON.
 */
public final class Shortened {

  private static final int LONGEST = 50;
  private static final int HEAD = 16;
  private static final int TAIL = 8;

  private Shortened() {}

  /** The text laid out, with long strings shortened. */
  public static String of(String json) {
    return JsonSpacing.laidOut(json, Shortened::string);
  }

  private static String string(String token) {
    if (token.length() <= LONGEST || token.indexOf('\\') >= 0) {
      return token;
    }
    return token.substring(0, 1 + HEAD) + "\" ... \"" + token.substring(token.length() - 1 - TAIL);
  }
}
