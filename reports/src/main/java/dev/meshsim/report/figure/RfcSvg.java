package dev.meshsim.report.figure;

import dev.meshsim.report.figure.Shape.Box;
import dev.meshsim.report.figure.Shape.Label;
import dev.meshsim.report.figure.Shape.Line;
import dev.meshsim.report.figure.Shape.Point;
import dev.meshsim.report.text.XmlText;
import java.util.List;

/**
 * A drawing as SVG of the RFC profile (RFC 7996): black paths, polygons and texts on white, with a
 * title and a description for those who do not see it. It has no identifier, so that several of
 * them can be in one document.
 */
public final class RfcSvg {

  private static final int CELL_WIDTH = 8;
  private static final int CELL_HEIGHT = 16;
  private static final int CORNER = 6;

  /** Half the height of an arrow's head, and its length. */
  private static final int HEAD = 4;

  private static final int HEAD_LENGTH = 10;

  private final StringBuilder out = new StringBuilder();

  private RfcSvg() {}

  /**
   * The SVG element, with a line feed at its end.
   *
   * @param title the figure's name
   * @param description what it shows, in a sentence or two
   * @throws dev.meshsim.report.text.XmlTextException if a text has a character that RFC XML may not
   *     have
   */
  public static String write(Drawing drawing, String title, String description) {
    RfcSvg svg = new RfcSvg();
    svg.root(x(drawing.width()), y(drawing.height()), title, description);
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Box box) {
        svg.box(box);
      } else if (shape instanceof Line line) {
        svg.line(line);
      }
    }
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Label label) {
        svg.label(label);
      }
    }
    return svg.out.append("</svg>\n").toString();
  }

  private void root(int width, int height, String title, String description) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny\"");
    out.append(" width=\"").append(width).append("\" height=\"").append(height);
    out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    out.append("\" font-family=\"monospace\" font-size=\"13.3px\">\n");
    out.append("<title>").append(XmlText.text(title)).append("</title>\n");
    out.append("<desc>").append(XmlText.text(description)).append("</desc>\n");
    out.append("<path d=\"M0,0H").append(width).append('V').append(height);
    out.append("H0Z\" fill=\"white\"/>\n");
  }

  private void box(Box box) {
    int left = x(box.column());
    int right = x(box.right());
    int top = y(box.row());
    int bottom = y(box.bottom());
    if (box.rounded()) {
      path(
          "M"
              + at(left + CORNER, top)
              + "H"
              + (right - CORNER)
              + curve(right, top, right, top + CORNER)
              + "V"
              + (bottom - CORNER)
              + curve(right, bottom, right - CORNER, bottom)
              + "H"
              + (left + CORNER)
              + curve(left, bottom, left, bottom - CORNER)
              + "V"
              + (top + CORNER)
              + curve(left, top, left + CORNER, top)
              + "Z");
    } else {
      path("M" + at(left, top) + "H" + right + "V" + bottom + "H" + left + "Z");
    }
  }

  private static String at(int x, int y) {
    return x + "," + y;
  }

  /** A round corner near (x, y), which ends at the second point. */
  private static String curve(int x, int y, int endX, int endY) {
    return "Q" + at(x, y) + " " + at(endX, endY);
  }

  private void line(Line line) {
    List<Point> points = line.points();
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < points.size(); i++) {
      int x = x(points.get(i).column());
      int y = y(points.get(i).row());
      path.append(i == 0 ? "" : "L").append(at(x, y));
    }
    path(path.toString());
    if (line.arrow()) {
      head(points.get(points.size() - 2), points.get(points.size() - 1));
    }
  }

  private void head(Point from, Point to) {
    int right = Integer.signum(to.column() - from.column());
    int down = Integer.signum(to.row() - from.row());
    int x = x(to.column());
    int y = y(to.row());
    int backX = x - right * HEAD_LENGTH;
    int backY = y - down * HEAD_LENGTH;
    out.append("<polygon points=\"").append(at(x, y)).append(' ');
    out.append(at(backX + down * HEAD, backY + right * HEAD)).append(' ');
    out.append(at(backX - down * HEAD, backY - right * HEAD)).append("\" fill=\"black\"/>\n");
  }

  private void path(String data) {
    out.append("<path d=\"").append(data).append("\" fill=\"none\" stroke=\"black\"/>\n");
  }

  /**
   * A letter of usual fonts is as wide as a cell at this size, so that lines begin and end alike.
   */
  private void label(Label label) {
    int left = x(label.column()) - CELL_WIDTH / 2;
    out.append("<text x=\"")
        .append(left)
        .append("\" y=\"")
        .append(y(label.row()) + 4)
        .append("\">")
        .append(XmlText.text(label.text()))
        .append("</text>\n");
  }

  private static int x(int column) {
    return (column + 1) * CELL_WIDTH;
  }

  private static int y(int row) {
    return (row + 1) * CELL_HEIGHT;
  }
}
