package dev.meshsim.report.figure;

import java.util.List;

/** A part of a drawing. Columns and rows are counted from 0, from the upper left corner. */
public sealed interface Shape {

  /** A cell of the grid. */
  record Point(int column, int row) {}

  /**
   * A box, whose border is on its outermost cells.
   *
   * @param width its columns with both borders, at least 3
   * @param height its rows with both borders, at least 3
   * @param rounded true for round corners
   */
  record Box(int column, int row, int width, int height, boolean rounded) implements Shape {

    /** Checks the size. */
    public Box {
      if (width < 3 || height < 3) {
        throw new IllegalArgumentException("a box of " + width + " by " + height + " is too small");
      }
    }

    /** The column of its right border. */
    public int right() {
      return column + width - 1;
    }

    /** The row of its lower border. */
    public int bottom() {
      return row + height - 1;
    }

    /** The column in its middle, rounded down. */
    public int middle() {
      return column + (width - 1) / 2;
    }
  }

  /**
   * A line of horizontal and vertical parts.
   *
   * @param points its ends and corners, two or more; neighbours differ in one coordinate
   * @param arrow true if a head before the last point points at it
   */
  record Line(List<Point> points, boolean arrow) implements Shape {

    /** Checks the parts. */
    public Line {
      points = List.copyOf(points);
      for (int i = 1; i < points.size(); i++) {
        Point from = points.get(i - 1);
        Point to = points.get(i);
        if ((from.column() == to.column()) == (from.row() == to.row())) {
          throw new IllegalArgumentException(from + " to " + to + " is no horizontal or vertical");
        }
      }
      if (points.size() < 2) {
        throw new IllegalArgumentException("a line has two points or more");
      }
    }
  }

  /**
   * A text in one line.
   *
   * @param text one or more characters, no line feed, no space at its ends
   */
  record Label(int column, int row, String text) implements Shape {

    /** The columns that the text takes. */
    public int width() {
      return text.codePointCount(0, text.length());
    }
  }
}
