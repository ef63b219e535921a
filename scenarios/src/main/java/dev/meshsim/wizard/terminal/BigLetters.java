package dev.meshsim.wizard.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters of five by five dots, drawn with half blocks: three lines of five columns each. They have
 * the letters and digits of fingerprints.
 */
final class BigLetters {

  private static final int DOTS = 5;
  private static final int GAP = 1;

  /** The columns of a group of four letters with the space behind it. */
  private static final int GROUP = 4 * (DOTS + GAP) + 2;

  private static final String FONT =
      """
      A .###. #...# ##### #...# #...#
      B ####. #...# ####. #...# ####.
      C .#### #.... #.... #.... .####
      D ####. #...# #...# #...# ####.
      E ##### #.... ####. #.... #####
      F ##### #.... ####. #.... #....
      G .#### #.... #..## #...# .###.
      H #...# #...# ##### #...# #...#
      I .###. ..#.. ..#.. ..#.. .###.
      J ..### ....# ....# #...# .###.
      K #...# #..#. ###.. #..#. #...#
      L #.... #.... #.... #.... #####
      M #...# ##.## #.#.# #...# #...#
      N #...# ##..# #.#.# #..## #...#
      O .###. #...# #...# #...# .###.
      P ####. #...# ####. #.... #....
      Q .###. #...# #.#.# #..#. .##.#
      R ####. #...# ####. #..#. #...#
      S .#### #.... .###. ....# ####.
      T ##### ..#.. ..#.. ..#.. ..#..
      U #...# #...# #...# #...# .###.
      V #...# #...# #...# .#.#. ..#..
      W #...# #...# #.#.# ##.## #...#
      X #...# .#.#. ..#.. .#.#. #...#
      Y #...# .#.#. ..#.. ..#.. ..#..
      Z ##### ...#. ..#.. .#... #####
      2 ####. ....# .###. #.... #####
      3 ####. ....# .###. ....# ####.
      4 #..#. #..#. ##### ...#. ...#.
      5 ##### #.... ####. ....# ####.
      6 .###. #.... ####. #...# .###.
      7 ##### ....# ...#. ..#.. ..#..
      """;

  private static final Map<Character, String[]> GLYPHS = new HashMap<>();

  static {
    FONT.lines()
        .map(line -> line.split(" "))
        .forEach(parts -> GLYPHS.put(parts[0].charAt(0), parts));
  }

  private BigLetters() {}

  /** True if all letters of a code can be drawn. */
  static boolean draws(String code) {
    return code.chars().allMatch(c -> c == '-' || GLYPHS.containsKey((char) c));
  }

  /**
   * A code in large letters, its groups side by side as far as they fit.
   *
   * @param width the columns that there are, at least those of one group
   */
  static List<String> lines(String code, int width) {
    List<String> groups = List.of(code.split("-"));
    int together = Math.max(1, Math.min(groups.size(), (width + 2) / GROUP));
    // As many in each row as in the others.
    int rows = (groups.size() + together - 1) / together;
    int inRow = (groups.size() + rows - 1) / rows;
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += inRow) {
      if (from > 0) {
        lines.add("");
      }
      lines.addAll(row(groups.subList(from, Math.min(from + inRow, groups.size()))));
    }
    return lines;
  }

  private static List<String> row(List<String> groups) {
    List<String> lines = new ArrayList<>();
    for (int upper = 0; upper < DOTS; upper += 2) {
      StringBuilder line = new StringBuilder();
      for (String group : groups) {
        line.append(line.isEmpty() ? "" : "  ");
        for (char letter : group.toCharArray()) {
          halves(line, letter, upper);
          line.append(" ".repeat(GAP));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static void halves(StringBuilder line, char letter, int upper) {
    for (int column = 0; column < DOTS; column++) {
      boolean above = isSet(letter, upper, column);
      boolean below = upper + 1 < DOTS && isSet(letter, upper + 1, column);
      line.append(above ? (below ? '\u2588' : '\u2580') : below ? '\u2584' : ' ');
    }
  }

  private static boolean isSet(char letter, int row, int column) {
    String[] glyph = GLYPHS.get(letter);
    return glyph != null && glyph[row + 1].charAt(column) == '#';
  }
}
