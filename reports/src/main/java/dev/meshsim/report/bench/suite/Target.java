package dev.meshsim.report.bench.suite;

import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.Estimate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure that the project has set itself, with a limit that must be kept and one that is aimed
 * at.
 *
 * @param number its number in docs/performance.md
 * @param what what is measured
 * @param unit the unit of the figure, or an empty text for a ratio
 * @param atLeast true if a larger figure is better
 * @param must the limit
 * @param aim the aim
 * @param figure the figure from results; empty if they lack a row for it
 */
public record Target(
    int number,
    String what,
    String unit,
    boolean atLeast,
    double must,
    double aim,
    Function<BenchResults, Optional<Estimate>> figure) {

  /** How far a figure is from its limits. */
  public enum Verdict {
    /** It reaches the aim. */
    AIM("aim reached"),
    /** It keeps the limit. */
    MUST("kept"),
    /** It does not keep the limit. */
    MISSED("missed"),
    /** The error reaches over the limit. */
    UNCLEAR("unclear"),
    /** The results lack it. */
    NOT_MEASURED("not measured");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The verdict for people. */
    public String word() {
      return word;
    }
  }

  /** Judges results. */
  public Verdict judge(BenchResults results) {
    Optional<Estimate> found = figure.apply(results);
    if (found.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    Estimate estimate = found.get();
    if (!estimate.hasError() || keeps(estimate.low(), must) != keeps(estimate.high(), must)) {
      return Verdict.UNCLEAR;
    }
    if (!keeps(estimate.value(), must)) {
      return Verdict.MISSED;
    }
    return keeps(estimate.value(), aim) ? Verdict.AIM : Verdict.MUST;
  }

  private boolean keeps(double value, double limit) {
    return atLeast ? value >= limit : value <= limit;
  }
}
