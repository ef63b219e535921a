package dev.meshsim.report.text;

import dev.meshsim.report.text.Folding.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of a text, cut into the lines that a folded text has for it. */
final class LongLine {

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private final int[] characters;
  private final boolean[] inEscape;
  private final int number;
  private final Strategy strategy;
  private final int width;

  /**
   * Makes a line.
   *
   * @param number its number in the text, counted from 1
   */
  LongLine(String text, int number, Strategy strategy, int width) {
    this.characters = text.codePoints().toArray();
    this.inEscape = escapes(characters);
    this.number = number;
    this.strategy = strategy;
    this.width = width;
  }

  /**
   * The lines to write.
   *
   * @param force true to end with an empty continuation, since the line ends with a backslash
   */
  List<String> pieces(boolean force) {
    String prefix = strategy == Strategy.DOUBLE ? "\\" : "";
    String end = force ? "\\" : "";
    List<String> pieces = new ArrayList<>();
    int from = 0;
    String before = "";
    while (before.length() + characters.length - from + end.length() > width) {
      int cut = cut(from, width - 1 - before.length());
      pieces.add(before + new String(characters, from, cut - from) + "\\");
      before = prefix;
      from = cut;
    }
    pieces.add(before + new String(characters, from, characters.length - from) + end);
    if (force) {
      pieces.add(prefix);
    }
    return pieces;
  }

  /** The place of the next fold: the rightmost one outside an escape, or else the rightmost. */
  private int cut(int from, int room) {
    int found = -1;
    for (int at = from + room; at > from; at--) {
      if (isBoundary(at) && (strategy == Strategy.DOUBLE || characters[at] != ' ')) {
        if (!inEscape[at]) {
          return at;
        }
        found = Math.max(found, at);
      }
    }
    if (found < 0) {
      throw FoldingException.cannot(number, from + 1, strategy, width);
    }
    return found;
  }

  /** A rule of our own, since the JDK's grapheme clusters differ between its versions. */
  private boolean isBoundary(int at) {
    return !isJoined(characters[at]) && characters[at - 1] != ZERO_WIDTH_JOINER;
  }

  private static boolean isJoined(int c) {
    return c == ZERO_WIDTH_JOINER
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /** Marks the characters of each escape of JSON, but its backslash. */
  private static boolean[] escapes(int[] characters) {
    boolean[] inside = new boolean[characters.length];
    for (int at = 0; at + 1 < characters.length; at++) {
      if (characters[at] == '\\') {
        int last = Math.min(at + (characters[at + 1] == 'u' ? 5 : 1), characters.length - 1);
        Arrays.fill(inside, at + 1, last + 1, true);
        at = last;
      }
    }
    return inside;
  }
}
