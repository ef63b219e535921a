package dev.meshsim.report.bench.page;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.bench.BenchResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report on runs of benchmarks: a page, and each of its charts as a file. */
public final class BenchReport {

  /** The file of the page. */
  public static final String INDEX = "index.html";

  private BenchReport() {}

  /**
   * The files of the report, by their names with {@code /} between.
   *
   * @param runs at least one, from the oldest; the last is shown in full
   */
  public static Map<String, Bytes> files(List<MeasuredRun> runs) {
    Map<String, Bytes> files = new LinkedHashMap<>();
    files.put(INDEX, BenchPage.of(runs));
    BenchResults last = runs.get(runs.size() - 1).results();
    List<Chart> charts = new ArrayList<>(Charts.bars(last));
    charts.addAll(Charts.growth(last));
    charts.addAll(Charts.history(runs));
    for (Chart chart : charts) {
      files.put("charts/" + chart.name() + ".svg", Bytes.utf8(chart.draw(true).document()));
    }
    return files;
  }
}
