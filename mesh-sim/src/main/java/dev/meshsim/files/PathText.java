package dev.meshsim.files;

import java.nio.file.Path;
import java.util.Locale;

/** A file's name as a message shows it. */
public final class PathText {

  private PathText() {}

  /**
   * The path; what would move the cursor or hide text is written as a backslash, {@code u} and its
   * number.
   */
  public static String of(Path path) {
    return of(path.toString());
  }

  /** The same of any text that was read. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    int type = Character.getType(c);
    if (Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      shown.appendCodePoint(c);
    }
  }
}
