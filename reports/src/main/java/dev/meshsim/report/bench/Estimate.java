package dev.meshsim.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate of a benchmark's typical score from the scores of its iterations, with its error.
 *
 * <p>All is done with logarithms, so that a ratio of two estimates is their difference, and an
 * outlier of a busy machine counts less. Iterations of one fork are more alike than those of
 * different forks, so they are not independent: the number of scores is divided by the design
 * effect 1 + (k - 1) r, where k is the number of iterations of a fork and r the intraclass
 * correlation from a one-way analysis of variance (Kish, Survey Sampling, 1965, 5.4). Forks that
 * agree as well as their iterations do leave the number as it is. Where each fork has a speed of
 * its own, the number becomes that of the forks.
 *
 * @param log the mean of the natural logarithms
 * @param error the standard error of {@code log}
 * @param freedom the degrees of freedom of {@code error}; 0 if there is one fork only, since its
 *     scores do not say how forks differ
 */
public record Estimate(double log, double error, double freedom) {

  /** The level of the intervals that are shown. */
  public static final double LEVEL = 0.95;

  /** No clock and no run is steadier: 0.05 percent. */
  private static final double LEAST_ERROR = 0.0005;

  /** The estimate of a row. */
  public static Estimate of(BenchRow row) {
    return of(row.forks());
  }

  /** The estimate of one counter of a row divided by another; empty unless it has both. */
  public static Optional<Estimate> ofCounters(BenchRow row, String above, String below) {
    List<List<Double>> over = row.counters().get(above);
    List<List<Double>> under = row.counters().get(below);
    if (over == null || under == null) {
      return Optional.empty();
    }
    List<List<Double>> forks = new ArrayList<>();
    for (int i = 0; i < Math.min(over.size(), under.size()); i++) {
      List<Double> ratios = new ArrayList<>();
      for (int j = 0; j < Math.min(over.get(i).size(), under.get(i).size()); j++) {
        double ratio = over.get(i).get(j) / under.get(i).get(j);
        if (ratio > 0 && Double.isFinite(ratio)) {
          ratios.add(ratio);
        }
      }
      if (!ratios.isEmpty()) {
        forks.add(ratios);
      }
    }
    return forks.isEmpty() ? Optional.empty() : Optional.of(of(forks));
  }

  /** The estimate from the scores of each fork; all are over zero. */
  static Estimate of(List<List<Double>> forks) {
    List<double[]> logs =
        forks.stream().map(fork -> fork.stream().mapToDouble(Math::log).toArray()).toList();
    int count = logs.stream().mapToInt(fork -> fork.length).sum();
    double mean = logs.stream().mapToDouble(Estimate::sum).sum() / count;
    if (logs.size() < 2) {
      return new Estimate(mean, 0, 0);
    }
    double between = 0;
    double within = 0;
    double squaredSizes = 0;
    for (double[] fork : logs) {
      double forkMean = sum(fork) / fork.length;
      between += fork.length * square(forkMean - mean);
      squaredSizes += square(fork.length);
      for (double value : fork) {
        within += square(value - forkMean);
      }
    }
    int groups = logs.size();
    double effective = groups;
    if (count > groups) {
      double size = (count - squaredSizes / count) / (groups - 1);
      double betweenMean = between / (groups - 1);
      double withinMean = within / (count - groups);
      double total = betweenMean + (size - 1) * withinMean;
      double correlation = total > 0 ? Math.max(0, (betweenMean - withinMean) / total) : 1;
      effective = count / (1 + (size - 1) * correlation);
    }
    double variance = (between + within) / (count - 1);
    // The variance of all scores counts the differences between few forks too little.
    double betweenVariance = between / (groups - 1) / count;
    double error =
        Math.sqrt(Math.max(variance / effective, effective < count ? betweenVariance : 0));
    return new Estimate(mean, Math.max(error, LEAST_ERROR), effective - 1);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }

  /** The typical score: the geometric mean. */
  public double value() {
    return Math.exp(log);
  }

  /** True if the scores say how far the estimate may be off. */
  public boolean hasError() {
    return freedom > 0;
  }

  /**
   * The relative half-width of the interval, 0.02 for two percent: the row's own spread. Infinite
   * without an error.
   */
  public double spread() {
    return Math.expm1(halfWidth(LEVEL));
  }

  /** The lower end of the interval. */
  public double low() {
    return Math.exp(log - halfWidth(LEVEL));
  }

  /** The upper end of the interval. */
  public double high() {
    return Math.exp(log + halfWidth(LEVEL));
  }

  private double halfWidth(double level) {
    return hasError()
        ? error * TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2)
        : Double.POSITIVE_INFINITY;
  }

  /** This divided by another; the errors are independent, so their squares are added (Welch). */
  public Estimate over(Estimate other) {
    double difference = log - other.log;
    if (!hasError() || !other.hasError()) {
      return new Estimate(difference, 0, 0);
    }
    double sum = square(error) + square(other.error);
    double freedomOfSum =
        square(sum)
            / (square(square(error)) / freedom + square(square(other.error)) / other.freedom);
    return new Estimate(difference, Math.sqrt(sum), freedomOfSum);
  }

  /**
   * This less another, with the error to first order; empty if that is not over zero. The errors
   * are independent (Welch).
   */
  public Optional<Estimate> minus(Estimate other) {
    double difference = value() - other.value();
    if (difference <= 0) {
      return Optional.empty();
    }
    if (!hasError() || !other.hasError()) {
      return Optional.of(new Estimate(Math.log(difference), 0, 0));
    }
    double mine = square(value() * error);
    double theirs = square(other.value() * other.error);
    double freedomOfDifference =
        square(mine + theirs) / (square(mine) / freedom + square(theirs) / other.freedom);
    double relative = Math.sqrt(mine + theirs) / difference;
    return Optional.of(new Estimate(Math.log(difference), relative, freedomOfDifference));
  }

  /**
   * The probability of a value at least as far from one as this, if it were one; 1 without an
   * error.
   */
  public double pValue() {
    return hasError()
        ? 2 * TDistribution.of(freedom).survivalProbability(Math.abs(log) / error)
        : 1;
  }
}
