package dev.meshsim.report.bench.page;

import dev.meshsim.report.bench.BenchMode;
import dev.meshsim.report.bench.BenchUnit;
import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.html.Markup;
import java.util.List;

/**
 * Horizontal bars from zero, one for each peer, with the 95 percent interval of each.
 *
 * @param name the name of its file
 * @param title what it shows
 * @param mode the mode of all rows
 * @param bars the bars from the top
 */
record BarChart(String name, String title, BenchMode mode, List<Bar> bars) implements Chart {

  private static final int WIDTH = 560;
  private static final int ROW = 26;
  private static final int TOP = 34;
  private static final int BAR = 15;

  /**
   * A bar.
   *
   * @param label the peer
   * @param score its score
   * @param ratio how many times as long as ours it takes, as text, or an empty one
   * @param ours true for this project's
   */
  record Bar(String label, Estimate score, String ratio, boolean ours) {

    String text(BenchMode mode) {
      String shown = BenchUnit.show(mode, score.value());
      String error = score.hasError() ? " " + Percent.plusMinus(score.spread()) : "";
      return shown + error + (ratio.isEmpty() ? "" : ", " + ratio);
    }
  }

  @Override
  public String caption() {
    return mode.largerIsBetter() ? "Longer is faster." : "Shorter is faster.";
  }

  @Override
  public Markup draw(boolean alone) {
    double left = 12 + bars.stream().mapToDouble(bar -> Svg.widthOf(bar.label())).max().orElse(0);
    double texts = bars.stream().mapToDouble(bar -> Svg.widthOf(bar.text(mode))).max().orElse(0);
    double room = Math.max(WIDTH - left - texts - 16, 60);
    double most = bars.stream().mapToDouble(bar -> end(bar, 2)).max().orElse(1);
    int width = (int) Math.ceil(left + room + texts + 16);
    Svg svg = new Svg(title, width, TOP + ROW * bars.size() + 6, alone);
    svg.text(0, 16, "title", title);
    svg.line(left, TOP - 6, left, TOP + ROW * bars.size(), "grid");
    double y = TOP;
    for (Bar bar : bars) {
      draw(svg, bar, left, y, room / most);
      y += ROW;
    }
    return svg.end();
  }

  private void draw(Svg svg, Bar bar, double left, double y, double scale) {
    String styles = bar.ours() ? " ours" : "";
    double length = bar.score().value() * scale;
    svg.text(left - 8, y + 12, "name end" + styles, bar.label());
    svg.bar(left, y, length, BAR, "bar" + styles);
    double end = left + length;
    if (bar.score().hasError()) {
      double low = left + Math.max(bar.score().low(), 0) * scale;
      double high = left + end(bar, 2) * scale;
      double middle = y + BAR / 2.0;
      svg.line(low, middle, high, middle, "error");
      svg.line(low, middle - 4, low, middle + 4, "error");
      if (bar.score().high() <= end(bar, 2)) {
        svg.line(high, middle - 4, high, middle + 4, "error");
      }
      end = Math.max(end, high);
    }
    svg.text(end + 8, y + 12, "dim", bar.text(mode));
  }

  /** The end of a bar's interval, cut at a multiple of the bar: a wide one would hide the rest. */
  private static double end(Bar bar, double multiple) {
    double value = bar.score().value();
    return bar.score().hasError() ? Math.min(bar.score().high(), multiple * value) : value;
  }
}
