package dev.meshsim.report.bench.page;

import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.html.Markup;
import java.util.List;

/**
 * The speed of one row over runs, as a multiple of that of the first.
 *
 * @param name the name of its file
 * @param title the row
 * @param runs the names of the runs
 * @param speeds the speed in each run, at least two
 */
record HistoryChart(String name, String title, List<String> runs, List<Estimate> speeds)
    implements Chart {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 170;
  private static final int LEFT = 60;
  private static final int TOP = 34;
  private static final int BOTTOM = HEIGHT - 30;

  @Override
  public String caption() {
    return "Speed beside the first run, with its error; higher is faster.";
  }

  @Override
  public Markup draw(boolean alone) {
    double most = 0.1;
    for (Estimate speed : speeds) {
      double half = speed.hasError() ? Math.min(Math.log1p(speed.spread()), 0.7) : 0;
      most = Math.max(most, Math.min((Math.abs(speed.log()) + half) * 1.1, 3));
    }
    Svg svg = new Svg(title, WIDTH, HEIGHT, alone);
    svg.text(0, 16, "title", title);
    double middle = (TOP + BOTTOM) / 2.0;
    double scale = (middle - TOP) / most;
    for (double log : new double[] {-most, 0, most}) {
      double y = middle - log * scale;
      svg.line(LEFT, y, WIDTH - 10, y, "grid");
      svg.text(LEFT - 8, y + 4, "tick end", log == 0 ? "1" : Percent.change(Math.exp(log)));
    }
    double step = (WIDTH - 40.0 - LEFT) / Math.max(1, speeds.size() - 1);
    double[] places = new double[2 * speeds.size()];
    for (int i = 0; i < speeds.size(); i++) {
      places[2 * i] = LEFT + 15 + i * step;
      places[2 * i + 1] = middle - Math.max(-most, Math.min(most, speeds.get(i).log())) * scale;
    }
    svg.path("line ours", places);
    for (int i = 0; i < speeds.size(); i++) {
      point(svg, speeds.get(i), places[2 * i], places[2 * i + 1], scale);
      String styles = i == 0 ? "tick" : i == speeds.size() - 1 ? "tick end" : "tick middle";
      double shift = i == 0 ? -10 : i == speeds.size() - 1 ? 12 : 0;
      if (i == 0 || i == speeds.size() - 1 || step > Svg.widthOf(runs.get(i))) {
        svg.text(places[2 * i] + shift, BOTTOM + 20, styles, runs.get(i));
      }
    }
    return svg.end();
  }

  private static void point(Svg svg, Estimate speed, double x, double y, double scale) {
    if (speed.hasError()) {
      double half = Math.log1p(speed.spread()) * scale;
      svg.line(x, Math.max(y - half, TOP - 6), x, Math.min(y + half, BOTTOM + 6), "error");
    }
    svg.point(x, y, "point ours");
  }
}
