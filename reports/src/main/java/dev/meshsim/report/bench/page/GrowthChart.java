package dev.meshsim.report.bench.page;

import dev.meshsim.report.bench.BenchMode;
import dev.meshsim.report.bench.BenchUnit;
import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.html.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Curves on logarithmic axes: how scores grow with a parameter.
 *
 * @param name the name of its file
 * @param title what it shows
 * @param mode the mode of all rows
 * @param parameter the parameter on the horizontal axis
 * @param curves a curve for each method, at least one
 */
record GrowthChart(String name, String title, BenchMode mode, String parameter, List<Curve> curves)
    implements Chart {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int TOP = 34;
  private static final int BOTTOM = HEIGHT - 40;
  private static final int LINE = 15;

  /** A point: a parameter's value and the score there. */
  record Point(double x, Estimate score) {}

  /**
   * A curve.
   *
   * @param label the method
   * @param points by rising value, at least two
   * @param ours true for this project's
   */
  record Curve(String label, List<Point> points, boolean ours) {

    double lastValue() {
      return points.get(points.size() - 1).score().value();
    }
  }

  @Override
  public String caption() {
    return "Both axes are logarithmic; "
        + (mode.largerIsBetter() ? "higher is faster." : "lower is faster.");
  }

  @Override
  public Markup draw(boolean alone) {
    List<Point> all = curves.stream().flatMap(curve -> curve.points().stream()).toList();
    double labels =
        curves.stream().mapToDouble(curve -> Svg.widthOf(curve.label())).max().orElse(0);
    LogAxis x =
        LogAxis.around(
            all.stream().mapToDouble(Point::x).min().orElse(1),
            all.stream().mapToDouble(Point::x).max().orElse(1),
            LEFT,
            WIDTH - labels - 20);
    LogAxis y =
        LogAxis.around(
            all.stream().mapToDouble(point -> point.score().value()).min().orElse(1),
            all.stream().mapToDouble(point -> point.score().value()).max().orElse(1),
            BOTTOM,
            TOP);
    Svg svg = new Svg(title, WIDTH, HEIGHT, alone);
    svg.text(0, 16, "title", title);
    for (double tick : y.ticks()) {
      svg.line(LEFT, y.place(tick), x.to(), y.place(tick), "grid");
      svg.text(LEFT - 8, y.place(tick) + 4, "tick end", BenchUnit.show(mode, tick));
    }
    for (double value : all.stream().mapToDouble(Point::x).distinct().sorted().toArray()) {
      svg.line(x.place(value), BOTTOM, x.place(value), BOTTOM + 5, "grid");
      svg.text(
          x.place(value), BOTTOM + 19, "tick middle", String.format(Locale.ROOT, "%,.0f", value));
    }
    svg.text((LEFT + x.to()) / 2, BOTTOM + 35, "tick middle", parameter);
    double before = Double.NEGATIVE_INFINITY;
    for (Curve curve : fromTheTop(y)) {
      double label = Math.max(y.place(curve.lastValue()) + 4, before + LINE);
      before = label;
      draw(svg, curve, x, y, label);
    }
    return svg.end();
  }

  private List<Curve> fromTheTop(LogAxis y) {
    return curves.stream()
        .sorted(Comparator.comparing(curve -> y.place(curve.lastValue())))
        .toList();
  }

  private static void draw(Svg svg, Curve curve, LogAxis x, LogAxis y, double label) {
    String styles = curve.ours() ? " ours" : "";
    double[] places = new double[2 * curve.points().size()];
    for (int i = 0; i < curve.points().size(); i++) {
      Point point = curve.points().get(i);
      places[2 * i] = x.place(point.x());
      places[2 * i + 1] = y.place(point.score().value());
    }
    svg.path("line" + styles, places);
    for (Point point : curve.points()) {
      double at = x.place(point.x());
      if (point.score().hasError()) {
        double low = Math.min(y.place(Math.max(point.score().low(), y.low())), BOTTOM);
        double high = Math.max(y.place(Math.min(point.score().high(), y.high())), TOP);
        svg.line(at, low, at, high, "error");
      }
      svg.point(at, y.place(point.score().value()), "point" + styles);
    }
    svg.text(x.to() + 8, label, "name" + styles, curve.label());
  }
}
