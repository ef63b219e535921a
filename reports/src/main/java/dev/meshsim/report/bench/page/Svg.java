package dev.meshsim.report.bench.page;

import dev.meshsim.report.html.Assets;
import dev.meshsim.report.html.Markup;
import java.util.Locale;

/** A drawing of a fixed size. It is part of a page, or a file of its own with its style in it. */
final class Svg {

  private static final Assets.Text PAPER = Assets.Text.read(Svg.class, "paper.css");

  /** The paper around a drawing of its own. */
  private static final int EDGE = 12;

  private final Markup out = new Markup();

  /**
   * Begins a drawing.
   *
   * @param title what it shows, for those who do not see it
   * @param alone true for a file of its own
   */
  Svg(String title, int width, int height, boolean alone) {
    String[] common = {
      "class",
      "chart",
      "role",
      "img",
      "aria-label",
      title,
      "width",
      Integer.toString(width),
      "height",
      Integer.toString(height),
      "viewBox",
      "0 0 " + width + " " + height,
      "xmlns",
      alone ? "http://www.w3.org/2000/svg" : ""
    };
    out.open("svg", common);
    if (alone) {
      out.open("style").asset(PAPER).close();
      out.element("title", title);
      String edge = Integer.toString(-EDGE);
      out.open("rect", "class", "paper", "x", edge, "y", edge, "width", "100%", "height", "100%");
      out.close();
    }
  }

  /** Writes text at its baseline. */
  Svg text(double x, double y, String styles, String text) {
    out.element("text", text, "class", styles, "x", number(x), "y", number(y));
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String styles) {
    out.open(
        "path",
        "class",
        styles,
        "d",
        "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    out.close();
    return this;
  }

  /** Writes lines through points, given as x and y in turn. */
  Svg path(String styles, double... points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      path.append(i == 0 ? "M" : "L").append(number(points[i]));
      path.append(' ').append(number(points[i + 1]));
    }
    out.open("path", "class", styles, "d", path.toString()).close();
    return this;
  }

  Svg bar(double x, double y, double width, double height, String styles) {
    out.open(
        "rect",
        "class",
        styles,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(Math.max(width, 1)),
        "height",
        number(height));
    out.close();
    return this;
  }

  Svg point(double x, double y, String styles) {
    out.open("circle", "class", styles, "cx", number(x), "cy", number(y), "r", "4").close();
    return this;
  }

  /** Ends the drawing. */
  Markup end() {
    out.closeLine();
    return out;
  }

  /** The width of a text in this type, roughly. */
  static double widthOf(String text) {
    return 7.7 * text.length();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
