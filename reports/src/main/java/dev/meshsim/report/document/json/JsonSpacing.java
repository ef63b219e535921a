package dev.meshsim.report.document.json;

import java.util.function.UnaryOperator;

/**
 * White space between the tokens of a JSON text. The tokens themselves stay as they are, so a text
 * with other white space has the same tokens with the same escapes.
 */
public final class JsonSpacing {

  private final String text;
  private final UnaryOperator<String> strings;
  private final StringBuilder out = new StringBuilder();
  private int level;

  private JsonSpacing(String text, UnaryOperator<String> strings) {
    this.text = text;
    this.strings = strings;
  }

  /** The text without white space between its tokens. */
  public static String removed(String text) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = tokenEnd(text, at);
      if (!isSpace(text.charAt(at))) {
        kept.append(text, at, end);
      }
      at = end;
    }
    return kept.toString();
  }

  /**
   * The text in the layout of the reference implementation: two spaces a level, a line feed before
   * each member and before each array element but the first; closing brackets on the last line.
   */
  public static String laidOut(String text) {
    return laidOut(text, UnaryOperator.identity());
  }

  /**
   * The text laid out, with other strings.
   *
   * @param strings what is written in place of a string value, given with its quotation marks
   */
  static String laidOut(String text, UnaryOperator<String> strings) {
    return new JsonSpacing(removed(text), strings).laidOut();
  }

  private String laidOut() {
    int at = 0;
    while (at < text.length()) {
      int end = tokenEnd(text, at);
      token(text.substring(at, end), end < text.length() ? text.charAt(end) : ' ');
      at = end;
    }
    return out.toString();
  }

  private void token(String token, char next) {
    switch (token.charAt(0)) {
      case '{' -> {
        level++;
        out.append(token);
        if (next != '}') {
          newLine();
        }
      }
      case '[' -> {
        level++;
        out.append(token);
      }
      case '}', ']' -> {
        level--;
        out.append(token);
      }
      case ',' -> {
        out.append(token);
        newLine();
      }
      case ':' -> out.append(": ");
      case '"' -> out.append(next == ':' ? token : strings.apply(token));
      default -> out.append(token);
    }
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(level));
  }

  /** The end of the token, or of one character of white space, that begins at an index. */
  private static int tokenEnd(String text, int begin) {
    char first = text.charAt(begin);
    int at = begin + 1;
    if (first == '"') {
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      return Math.min(at + 1, text.length());
    }
    if (!isWord(first)) {
      return at;
    }
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return !isSpace(c) && "{}[],:\"".indexOf(c) < 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
