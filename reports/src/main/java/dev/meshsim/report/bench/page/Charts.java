package dev.meshsim.report.bench.page;

import dev.meshsim.report.bench.BenchKey;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import dev.meshsim.report.bench.BenchUnit;
import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.bench.suite.Peers;
import dev.meshsim.report.bench.suite.SuiteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the charts of runs: bars beside peers, growth with a parameter, and history. */
final class Charts {

  private static final int MOST_CURVES = 8;

  private Charts() {}

  /** A chart for each row that has peers. */
  static List<Chart> bars(BenchResults results) {
    Map<BenchRow, List<BenchRow>> peers = new LinkedHashMap<>();
    for (BenchRow row : results.rows()) {
      Peers.oursOf(row, results)
          .ifPresent(ours -> peers.computeIfAbsent(ours, key -> new ArrayList<>()).add(row));
    }
    List<Chart> charts = new ArrayList<>();
    peers.forEach((ours, others) -> charts.add(bar(ours, others, results)));
    return charts;
  }

  private static Chart bar(BenchRow ours, List<BenchRow> others, BenchResults results) {
    List<BarChart.Bar> bars = new ArrayList<>();
    bars.add(new BarChart.Bar(ours.key().method(), Estimate.of(ours), "", true));
    others.stream()
        .sorted(Comparator.comparing(row -> -ratio(row, results).orElse(1.0)))
        .forEach(
            row ->
                bars.add(
                    new BarChart.Bar(
                        row.key().method(),
                        Estimate.of(row),
                        ratio(row, results)
                            .map(value -> BenchUnit.digits(value) + " \u00d7 ours")
                            .orElse(""),
                        false)));
    BenchKey key = ours.key();
    return new BarChart(fileName("bars", key), titleOf(key), key.mode(), bars);
  }

  private static String titleOf(BenchKey key) {
    String name = key.group() + (key.method().equals("ours") ? "" : ": " + key.method());
    return key.parameters().isEmpty() ? name : name + ", " + key.parameterText();
  }

  private static Optional<Double> ratio(BenchRow row, BenchResults results) {
    return SuiteTable.beside(row, results).map(Estimate::value);
  }

  /** A chart for each class and numeric parameter of which the results have two values or more. */
  static List<Chart> growth(BenchResults results) {
    Map<String, Map<String, List<BenchRow>>> found = new TreeMap<>();
    for (BenchRow row : results.rows()) {
      for (Map.Entry<String, String> parameter : row.key().parameters().entrySet()) {
        if (parameter.getValue().matches("[1-9][0-9]{0,15}")) {
          Map<String, String> rest = new TreeMap<>(row.key().parameters());
          rest.remove(parameter.getKey());
          String values = String.join(", ", rest.values());
          String chart = row.key().group() + " by " + parameter.getKey();
          String curve = row.key().method() + (values.isEmpty() ? "" : " " + values);
          found
              .computeIfAbsent(chart, key -> new LinkedHashMap<>())
              .computeIfAbsent(curve, key -> new ArrayList<>())
              .add(row);
        }
      }
    }
    List<Chart> charts = new ArrayList<>();
    found.forEach((title, curves) -> growth(title, curves).ifPresent(charts::add));
    return charts;
  }

  private static Optional<Chart> growth(String title, Map<String, List<BenchRow>> rows) {
    String parameter = title.substring(title.indexOf(" by ") + 4);
    List<GrowthChart.Curve> curves = new ArrayList<>();
    rows.forEach(
        (label, points) -> {
          if (points.size() > 1 && curves.size() < MOST_CURVES) {
            curves.add(
                new GrowthChart.Curve(
                    label,
                    points.stream()
                        .map(row -> point(row, parameter))
                        .sorted(Comparator.comparing(GrowthChart.Point::x))
                        .toList(),
                    isOurs(points.get(0).key().method())));
          }
        });
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    BenchRow any = rows.values().iterator().next().get(0);
    String name = "growth-" + title.replace(" by ", "-by-");
    return Optional.of(new GrowthChart(safe(name), title, any.key().mode(), parameter, curves));
  }

  private static GrowthChart.Point point(BenchRow row, String parameter) {
    double x = Double.parseDouble(row.key().parameters().getOrDefault(parameter, "1"));
    return new GrowthChart.Point(x, Estimate.of(row));
  }

  private static boolean isOurs(String method) {
    return !method.matches(
        "(bare|nimbus|maps|raw).*|codahale|bouncyCastle.*|bigInteger|jdk|corretto");
  }

  /** A chart for each row of the last run that an earlier one has too, if it is ours. */
  static List<Chart> history(List<MeasuredRun> runs) {
    List<Chart> charts = new ArrayList<>();
    BenchResults last = runs.get(runs.size() - 1).results();
    for (BenchRow row : last.rows()) {
      List<String> names = new ArrayList<>();
      List<Estimate> speeds = new ArrayList<>();
      Optional<BenchRow> first = Optional.empty();
      for (MeasuredRun run : runs) {
        Optional<BenchRow> there = run.results().find(row.key());
        if (there.isPresent()) {
          first = first.isPresent() ? first : there;
          names.add(run.name());
          speeds.add(speed(first.get(), there.get()));
        }
      }
      if (speeds.size() > 1 && isOurs(row.key().method())) {
        charts.add(
            new HistoryChart(fileName("history", row.key()), row.key().label(), names, speeds));
      }
    }
    return charts;
  }

  private static Estimate speed(BenchRow first, BenchRow row) {
    if (first.equals(row)) {
      Estimate own = Estimate.of(row);
      return new Estimate(0, own.error(), own.freedom());
    }
    return row.key().mode().largerIsBetter()
        ? Estimate.of(row).over(Estimate.of(first))
        : Estimate.of(first).over(Estimate.of(row));
  }

  private static String fileName(String kind, BenchKey key) {
    StringBuilder name = new StringBuilder(kind + "-" + key.group() + "-" + key.method());
    key.parameters().forEach((parameter, value) -> name.append('-').append(value));
    return safe(name.toString());
  }

  /** Letters, digits and minus signs: a name from a results file may hold anything. */
  private static String safe(String name) {
    String kept = name.replaceAll("[^A-Za-z0-9-]", "_");
    return kept.length() > 120 ? kept.substring(0, 120) : kept;
  }
}
