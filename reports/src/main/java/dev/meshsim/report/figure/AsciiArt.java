package dev.meshsim.report.figure;

import dev.meshsim.report.figure.Shape.Box;
import dev.meshsim.report.figure.Shape.Label;
import dev.meshsim.report.figure.Shape.Line;
import dev.meshsim.report.figure.Shape.Point;

/**
 * A drawing as text of the characters {@code + - | . ' < > ^ v} and its labels. {@code aasvg} reads
 * every line, box, head and label of it.
 */
public final class AsciiArt {

  private static final int NORTH = 1;
  private static final int EAST = 2;
  private static final int SOUTH = 4;
  private static final int WEST = 8;
  private static final int CROSS = NORTH | EAST | SOUTH | WEST;

  /** A line ends here, so it joins the others and does not cross them. */
  private static final int END = 16;

  private final int[][] directions;
  private final int[][] characters;

  private AsciiArt(Drawing drawing) {
    directions = new int[drawing.height()][drawing.width()];
    characters = new int[drawing.height()][drawing.width()];
  }

  /**
   * The drawing's rows, each with a line feed and without spaces at its end.
   *
   * @throws IllegalArgumentException if a label covers a line or another label
   */
  public static String write(Drawing drawing) {
    AsciiArt art = new AsciiArt(drawing);
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Line line) {
        art.line(line);
      } else if (shape instanceof Box box) {
        art.box(box);
      }
    }
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Label label) {
        art.label(label);
      }
    }
    return art.text();
  }

  private void line(Line line) {
    end(line.points().get(0));
    if (!line.arrow()) {
      end(line.points().get(line.points().size() - 1));
    }
    for (int i = 1; i < line.points().size(); i++) {
      boolean last = i == line.points().size() - 1;
      part(line.points().get(i - 1), line.points().get(i), last && line.arrow());
    }
  }

  private void end(Point point) {
    directions[point.row()][point.column()] |= END;
  }

  /** Draws from one point to another; with a head, the last cell is left to the target. */
  private void part(Point from, Point to, boolean head) {
    int right = Integer.signum(to.column() - from.column());
    int down = Integer.signum(to.row() - from.row());
    int ahead = right > 0 ? EAST : right < 0 ? WEST : down > 0 ? SOUTH : NORTH;
    int back = right > 0 ? WEST : right < 0 ? EAST : down > 0 ? NORTH : SOUTH;
    int column = from.column();
    int row = from.row();
    while (column != to.column() || row != to.row()) {
      directions[row][column] |= ahead;
      column += right;
      row += down;
      boolean atTarget = column == to.column() && row == to.row();
      if (!head || !atTarget) {
        directions[row][column] |= back;
      }
      if (head && column + right == to.column() && row + down == to.row()) {
        characters[row][column] = right > 0 ? '>' : right < 0 ? '<' : down > 0 ? 'v' : '^';
      }
    }
  }

  private void box(Box box) {
    Point upperLeft = new Point(box.column(), box.row());
    Point upperRight = new Point(box.right(), box.row());
    Point lowerLeft = new Point(box.column(), box.bottom());
    Point lowerRight = new Point(box.right(), box.bottom());
    part(upperLeft, upperRight, false);
    part(lowerLeft, lowerRight, false);
    part(upperLeft, lowerLeft, false);
    part(upperRight, lowerRight, false);
    if (box.rounded()) {
      characters[box.row()][box.column()] = '.';
      characters[box.row()][box.right()] = '.';
      characters[box.bottom()][box.column()] = '\'';
      characters[box.bottom()][box.right()] = '\'';
    }
  }

  private void label(Label label) {
    int column = label.column();
    for (int c : label.text().codePoints().toArray()) {
      if (c != ' '
          && (directions[label.row()][column] != 0 || characters[label.row()][column] != 0)) {
        throw new IllegalArgumentException("the label covers something: " + label);
      }
      characters[label.row()][column++] = c;
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < characters.length; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < characters[row].length; column++) {
        int c = characters[row][column];
        line.appendCodePoint(c == 0 ? drawn(directions[row][column]) : c);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A vertical line goes over a horizontal one that it crosses; a line that ends at one joins. */
  private static char drawn(int cell) {
    if (cell == 0) {
      return ' ';
    } else if ((cell & (EAST | WEST)) == 0 || cell == CROSS) {
      return '|';
    }
    return (cell & (NORTH | SOUTH)) == 0 ? '-' : '+';
  }
}
