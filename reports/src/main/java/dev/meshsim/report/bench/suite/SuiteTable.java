package dev.meshsim.report.bench.suite;

import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import dev.meshsim.report.bench.BenchUnit;
import dev.meshsim.report.bench.Estimate;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.bench.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables of one run for a terminal: the rows with their ratios to peers, and the targets. */
public final class SuiteTable {

  /** A row with a wider interval means nothing. */
  public static final double TOO_WIDE = 0.1;

  /** The warning of such a row. */
  public static final String TOO_WIDE_TEXT = "too wide to mean anything";

  /** The warning of a row whose error is not known. */
  public static final String ONE_FORK_TEXT = "one fork: no error known";

  private SuiteTable() {}

  /** The rows; a peer's row says how many times as long as ours it takes. */
  public static List<String> rows(BenchResults results) {
    TextTable table = new TextTable("benchmark", ">score", ">", ">beside ours", ">", "");
    for (BenchRow row : results.rows()) {
      Estimate score = Estimate.of(row);
      Optional<Estimate> ratio = beside(row, results);
      table.add(
          row.key().label(),
          BenchUnit.show(row.key().mode(), score.value()),
          Percent.plusMinus(score.spread()),
          ratio.map(each -> "x " + BenchUnit.digits(each.value())).orElse(""),
          ratio.map(each -> Percent.plusMinus(each.spread())).orElse(""),
          warning(score));
    }
    return table.lines();
  }

  /** How many times as long as ours a peer takes; empty for a row that is no peer's. */
  public static Optional<Estimate> beside(BenchRow row, BenchResults results) {
    return Peers.oursOf(row, results)
        .map(
            ours ->
                row.key().mode().largerIsBetter()
                    ? Estimate.of(ours).over(Estimate.of(row))
                    : Estimate.of(row).over(Estimate.of(ours)));
  }

  /** The warning of a row whose interval is too wide; otherwise an empty text. */
  public static String warning(Estimate score) {
    if (!score.hasError()) {
      return ONE_FORK_TEXT;
    }
    return score.spread() >= TOO_WIDE ? TOO_WIDE_TEXT : "";
  }

  /** The targets of which the results have a figure. */
  public static List<String> targets(BenchResults results) {
    TextTable table = new TextTable(">", "target", ">must", ">aim", ">measured", ">", "");
    List<String> lines = new ArrayList<>();
    for (Target target : Targets.ALL) {
      target
          .figure()
          .apply(results)
          .ifPresent(
              figure ->
                  table.add(
                      Integer.toString(target.number()),
                      target.what(),
                      limit(target, target.must()),
                      limit(target, target.aim()),
                      BenchUnit.digits(figure.value()) + target.unit(),
                      Percent.plusMinus(figure.spread()),
                      target.judge(results).word()));
    }
    lines.addAll(table.lines());
    return lines.size() == 1 ? List.of() : lines;
  }

  /** A limit with its direction and unit. */
  public static String limit(Target target, double limit) {
    String number =
        limit == Math.rint(limit)
            ? String.format(Locale.ROOT, "%,.0f", limit)
            : BenchUnit.digits(limit);
    return (target.atLeast() ? "\u2265 " : "\u2264 ") + number + target.unit();
  }
}
