package dev.meshsim.report.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Folding of long lines as RFC 8792 says, and its reversal: {@code unfold(fold(x).text())} is
 * {@code x} for every text that is not refused. A column is a character (code point). Lines end
 * with a line feed.
 *
 * <p>A fold parts no surrogate pair and no sequence of combining characters. It parts an escape of
 * JSON ({@code \n}, {@code \u00eb}) only where no other column is possible. A line that would be
 * taken for a folded one is folded once more (a forced fold), at the end of the text too.
 *
 * <p>The last line of a text without a final line feed is never forced, since no line end follows
 * that could be taken for a fold. A block of a document always ends its last line: fold such a text
 * with a line feed added, and remove that after unfolding.
 */
public final class Folding {

  /** The columns of a line in the text form of an RFC, inside the body's indentation. */
  public static final int WIDTH = 69;

  private Folding() {}

  /** How folded lines are marked. */
  public enum Strategy {
    /** No line is folded, and no note begins the text. */
    NONE(""),
    /** A backslash ends a folded line (RFC 8792 section 7). */
    SINGLE("NOTE: '\\' line wrapping per RFC 8792"),
    /** A second backslash begins the continuation (RFC 8792 section 8): keeps runs of spaces. */
    DOUBLE("NOTE: '\\\\' line wrapping per RFC 8792");

    private final String note;

    Strategy(String note) {
      this.note = note;
    }

    /** The note in the first line of a folded text; its length is the least width. */
    public String note() {
      return note;
    }
  }

  /**
   * A text as a document shows it.
   *
   * @param text the note and an empty line, then the folded lines; the input if the strategy is
   *     NONE
   * @param strategy how lines were folded
   * @param width the most columns of a line
   */
  public record Folded(String text, Strategy strategy, int width) {}

  /**
   * Folds with single backslashes, or with double ones if a line has no place for single ones. A
   * text without a line longer than {@code width} stays as it is.
   *
   * @throws FoldingException if the width is too small or the text cannot be folded
   */
  public static Folded fold(String text, int width) {
    try {
      return fold(text, width, Strategy.SINGLE);
    } catch (FoldingException e) {
      if (e.errorCode() != FoldingException.Code.CANNOT
          || width < Strategy.DOUBLE.note().length()) {
        throw e;
      }
      return fold(text, width, Strategy.DOUBLE);
    }
  }

  /**
   * Folds with one strategy. A text without a line longer than {@code width} stays as it is; the
   * result's strategy is then NONE.
   *
   * @throws FoldingException if the width is too small or the text cannot be folded in this way
   */
  public static Folded fold(String text, int width, Strategy strategy) {
    if (width < strategy.note().length()) {
      throw FoldingException.width(width, strategy);
    }
    check(text);
    List<String> lines = List.of(text.split("\n", -1));
    int tooLong = firstLonger(lines, width);
    if (tooLong < 0) {
      return new Folded(text, Strategy.NONE, width);
    }
    if (strategy == Strategy.NONE) {
      throw FoldingException.cannot(tooLong + 1, width + 1, strategy, width);
    }
    return new Folded(
        strategy.note() + "\n\n" + String.join("\n", folded(lines, width, strategy)),
        strategy,
        width);
  }

  /**
   * Goes from the last line to the first, since double backslashes need a forced fold where the
   * line after it, as it will be written, looks like a continuation.
   */
  private static Deque<String> folded(List<String> lines, int width, Strategy strategy) {
    Deque<String> written = new ArrayDeque<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean force =
          !written.isEmpty()
              && lines.get(i).endsWith("\\")
              && (strategy == Strategy.SINGLE || beginsWithBackslash(written.getFirst()));
      List<String> pieces = new LongLine(lines.get(i), i + 1, strategy, width).pieces(force);
      for (int j = pieces.size() - 1; j >= 0; j--) {
        written.addFirst(pieces.get(j));
      }
    }
    return written;
  }

  private static boolean beginsWithBackslash(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return line.startsWith("\\", at);
  }

  /**
   * The text before it was folded. A text that does not begin with a note and an empty line is
   * returned as it is. A line feed that ends the text is never a fold.
   *
   * @throws FoldingException if the first line has both notes
   */
  public static String unfold(String text) {
    Strategy strategy = strategyOf(text);
    if (strategy == Strategy.NONE) {
      return text;
    }
    StringBuilder unfolded = new StringBuilder(text.length());
    int at = text.indexOf('\n') + 2;
    while (at < text.length()) {
      int next = text.startsWith("\\\n", at) ? afterFold(text, at + 2, strategy) : at;
      if (next == at) {
        unfolded.append(text.charAt(at));
        next++;
      }
      at = next;
    }
    return unfolded.toString();
  }

  /** The place after a fold whose line feed is before {@code at}, or before it if it is none. */
  private static int afterFold(String text, int at, Strategy strategy) {
    int end = at;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    boolean fold =
        strategy == Strategy.SINGLE
            ? at < text.length()
            : end < text.length() && text.charAt(end) == '\\';
    return fold ? end + (strategy == Strategy.SINGLE ? 0 : 1) : at - 2;
  }

  /**
   * The strategy that the beginning of a text names.
   *
   * @throws FoldingException if the first line has both notes
   */
  public static Strategy strategyOf(String text) {
    int end = text.indexOf('\n');
    if (end < 0 || end + 1 == text.length() || text.charAt(end + 1) != '\n') {
      return Strategy.NONE;
    }
    String line = text.substring(0, end);
    List<Strategy> found =
        Arrays.stream(Strategy.values())
            .filter(strategy -> strategy != Strategy.NONE && line.contains(strategy.note()))
            .toList();
    if (found.size() > 1) {
      throw FoldingException.note("the first line has both notes, so how to unfold is not known");
    }
    return found.isEmpty() ? Strategy.NONE : found.get(0);
  }

  private static void check(String text) {
    int line = 1;
    int column = 1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        line++;
        column = 0;
      } else if (Character.getType(c) == Character.CONTROL
          || Character.getType(c) == Character.SURROGATE) {
        throw FoldingException.character(line, column, c);
      }
      column++;
      at += Character.charCount(c);
    }
    if (strategyOf(text) != Strategy.NONE) {
      throw FoldingException.note("the text begins with a note, as a folded one does");
    }
  }

  private static int firstLonger(List<String> lines, int width) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).codePointCount(0, lines.get(i).length()) > width) {
        return i;
      }
    }
    return -1;
  }
}
