package dev.meshsim.report.figure;

import dev.meshsim.report.figure.Shape.Box;
import dev.meshsim.report.figure.Shape.Label;
import dev.meshsim.report.figure.Shape.Line;
import dev.meshsim.report.figure.Shape.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Boxes, lines and labels on a grid of characters.
 *
 * @param shapes in the order in which they were added
 */
public record Drawing(List<Shape> shapes) {

  /** Copies the list. */
  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** An empty drawing to add to. */
  public static Builder builder() {
    return new Builder();
  }

  /** The number of columns. */
  public int width() {
    return shapes.stream().mapToInt(Drawing::right).max().orElse(0) + 1;
  }

  /** The number of rows. */
  public int height() {
    return shapes.stream().mapToInt(Drawing::bottom).max().orElse(0) + 1;
  }

  private static int right(Shape shape) {
    if (shape instanceof Box box) {
      return box.right();
    } else if (shape instanceof Line line) {
      return line.points().stream().mapToInt(Point::column).max().orElse(0);
    }
    Label label = (Label) shape;
    return label.column() + label.width() - 1;
  }

  private static int bottom(Shape shape) {
    if (shape instanceof Box box) {
      return box.bottom();
    } else if (shape instanceof Line line) {
      return line.points().stream().mapToInt(Point::row).max().orElse(0);
    }
    return ((Label) shape).row();
  }

  /** A drawing that grows. */
  public static final class Builder {

    private final List<Shape> shapes = new ArrayList<>();

    private Builder() {}

    /** Adds a shape. */
    public Builder add(Shape shape) {
      shapes.add(shape);
      return this;
    }

    /** Adds a text. */
    public Builder label(int column, int row, String text) {
      return add(new Label(column, row, text));
    }

    /** Adds a box with square corners and its lines of text, one column inside the border. */
    public Builder box(int column, int row, int width, List<String> lines) {
      add(new Box(column, row, width, lines.size() + 2, false));
      for (int i = 0; i < lines.size(); i++) {
        label(column + 2, row + 1 + i, lines.get(i));
      }
      return this;
    }

    /** Adds a line without a head, from point to point: column and row in turn. */
    public Builder line(int... points) {
      return add(new Line(points(points), false));
    }

    /** Adds a line whose head is before its last point: column and row in turn. */
    public Builder arrow(int... points) {
      return add(new Line(points(points), true));
    }

    private static List<Point> points(int... numbers) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < numbers.length; i += 2) {
        points.add(new Point(numbers[i], numbers[i + 1]));
      }
      return points;
    }

    /** The drawing. */
    public Drawing build() {
      return new Drawing(shapes);
    }
  }
}
