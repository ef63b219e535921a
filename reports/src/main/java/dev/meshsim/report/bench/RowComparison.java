package dev.meshsim.report.bench;

import java.util.Optional;

/**
 * One row of two runs.
 *
 * @param base the earlier
 * @param head the later
 * @param speed the speed of {@code head} as a multiple of that of {@code base}: over 1 is faster,
 *     in every mode
 * @param adjusted the probability of such a ratio by chance, corrected for all rows compared
 * @param change the verdict
 * @param reason the reason if the verdict is that it cannot be told
 */
public record RowComparison(
    BenchRow base,
    BenchRow head,
    Estimate speed,
    double adjusted,
    Change change,
    Optional<String> reason) {

  /** Rows with a larger spread cannot tell a change of ten percent. */
  public static final double WIDEST = 0.03;

  /** A smaller change is none: runs of one commit differ as much. */
  public static final double SMALLEST = 0.05;

  /** A row that is less steady has to be this much slower or faster: two times. */
  private static final double LARGE = 1;

  /** Rows with a larger spread were measured beside something else, and tell nothing. */
  private static final double MOST = 0.1;

  private static final double SIGNIFICANT = 0.05;

  static Estimate speed(BenchRow base, BenchRow head) {
    Estimate one = Estimate.of(base);
    Estimate other = Estimate.of(head);
    return base.key().mode().largerIsBetter() ? other.over(one) : one.over(other);
  }

  /** Judges a row, whose probability is corrected. */
  static RowComparison of(BenchRow base, BenchRow head, double adjusted) {
    Estimate speed = speed(base, head);
    double spread = Math.max(Estimate.of(base).spread(), Estimate.of(head).spread());
    if (!speed.hasError()) {
      return cannotTell(base, head, speed, adjusted, "one fork only: measure with two or more");
    }
    boolean steady = spread < WIDEST;
    double least = Math.log1p(steady ? SMALLEST : LARGE);
    if (spread < MOST && adjusted < SIGNIFICANT && Math.abs(speed.log()) >= least) {
      return new RowComparison(
          base,
          head,
          speed,
          adjusted,
          speed.log() < 0 ? Change.REGRESSED : Change.IMPROVED,
          Optional.empty());
    }
    if (!steady) {
      return cannotTell(
          base, head, speed, adjusted, "its own spread is " + Percent.plusMinus(spread));
    }
    return new RowComparison(base, head, speed, adjusted, Change.NONE, Optional.empty());
  }

  private static RowComparison cannotTell(
      BenchRow base, BenchRow head, Estimate speed, double adjusted, String reason) {
    return new RowComparison(base, head, speed, adjusted, Change.CANNOT_TELL, Optional.of(reason));
  }

  /** The larger spread of both. */
  public double spread() {
    return Math.max(Estimate.of(base).spread(), Estimate.of(head).spread());
  }
}
