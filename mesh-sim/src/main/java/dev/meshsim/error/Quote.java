package dev.meshsim.error;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Quotes foreign text in a message: names, file contents and messages of other programs.
 *
 * <p>A quote never moves the cursor, breaks the line or hides text: a control character, a
 * formatting character (the bidirectional ones among them), a line or paragraph separator and an
 * unpaired surrogate are each written as in JSON: a backslash, {@code u} and the hexadecimal number
 * of the UTF-16 code unit, for example <code>&#92;u001b</code>; a character of two units as two.
 */
public final class Quote {

  private static final int SHORT = 80;
  private static final int LINE = 200;

  private Quote() {}

  /** A path, never cut. */
  public static String of(Path path) {
    return of(path.toString());
  }

  /** A text without quotation marks, never cut. */
  public static String of(String text) {
    return visible(text, Integer.MAX_VALUE);
  }

  /**
   * A text without quotation marks, cut after {@code most} characters.
   *
   * @param most the most characters of the quote, the three dots at its end not counted
   */
  public static String of(String text, int most) {
    return visible(text, most);
  }

  /** A text of several lines, never cut; its line feeds stay. */
  public static String lines(String text) {
    return Arrays.stream(text.split("\n", -1)).map(Quote::of).collect(Collectors.joining("\n"));
  }

  /** A name or a value in quotation marks, cut after 80 characters; {@code none} for null. */
  public static String text(@Nullable String text) {
    return text == null ? "none" : '"' + brief(text) + '"';
  }

  /** A name or a value without quotation marks, cut after 80 characters. */
  public static String brief(String text) {
    return visible(text, SHORT);
  }

  /** A message of another program: white space becomes one space; cut after 200 characters. */
  public static String line(String text) {
    return visible(text.strip().replaceAll("\\s+", " "), LINE);
  }

  private static String visible(String text, int most) {
    if (text.length() <= most && text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (shown.length() >= most) {
        return shown.append("...").toString();
      }
      int c = text.codePointAt(at);
      append(shown, c);
      at += Character.charCount(c);
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(c)) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
      default -> shown.appendCodePoint(c);
    }
  }
}
