package dev.meshsim.report.bench.suite;

import dev.meshsim.report.bench.BenchKey;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import dev.meshsim.report.bench.Estimate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures of targets: ratios of rows, and rows alone. A row is named {@code Class.method}. */
final class Rows {

  private final String[] parameters;

  private Rows(String... parameters) {
    this.parameters = parameters;
  }

  /** Rows with these parameters, each written {@code name=value}. */
  static Rows with(String... parameters) {
    return new Rows(parameters);
  }

  private Optional<BenchRow> find(BenchResults results, String name) {
    return results.rows().stream().filter(row -> fits(row.key(), name)).findFirst();
  }

  private boolean fits(BenchKey key, String name) {
    return (key.group() + "." + key.method()).equals(name)
        && Stream.of(parameters)
            .allMatch(
                each -> {
                  String parameter = each.substring(0, each.indexOf('='));
                  String value = each.substring(each.indexOf('=') + 1);
                  return key.parameters().getOrDefault(parameter, value).equals(value);
                });
  }

  private Optional<Estimate> estimate(BenchResults results, String name) {
    return find(results, name).map(Estimate::of);
  }

  /** The score of one row divided by that of another. */
  Function<BenchResults, Optional<Estimate>> ratio(String above, String below) {
    return results ->
        estimate(results, above)
            .flatMap(one -> estimate(results, below).map(other -> one.over(other)));
  }

  /** The score of the smallest of several rows divided by that of another. */
  Function<BenchResults, Optional<Estimate>> smallest(String below, String... above) {
    return results ->
        Stream.of(above)
            .flatMap(name -> estimate(results, name).stream())
            .min(Comparator.comparing(Estimate::log))
            .flatMap(one -> estimate(results, below).map(one::over));
  }

  /** The score of a row with these parameters divided by that of the row with others. */
  Function<BenchResults, Optional<Estimate>> growth(String name, Rows before) {
    return results ->
        estimate(results, name)
            .flatMap(one -> before.estimate(results, name).map(other -> one.over(other)));
  }

  /** How much longer a row takes than another, divided by the score of a third. */
  Function<BenchResults, Optional<Estimate>> overhead(String with, String without, String bare) {
    return results ->
        estimate(results, with)
            .flatMap(one -> estimate(results, without).flatMap(one::minus))
            .flatMap(more -> estimate(results, bare).map(more::over));
  }

  /** A row's score in a unit of {@code nanoseconds}. */
  Function<BenchResults, Optional<Estimate>> time(String name, double nanoseconds) {
    return results -> estimate(results, name).map(one -> scaled(one, 1 / nanoseconds));
  }

  /** How often a row's operation is done in a second, multiplied. */
  Function<BenchResults, Optional<Estimate>> rate(String name, double multiple) {
    return results ->
        estimate(results, name)
            .map(one -> new Estimate(-one.log(), one.error(), one.freedom()))
            .map(one -> scaled(one, 1e9 * multiple));
  }

  /** A row's counter divided by another of its counters. */
  Function<BenchResults, Optional<Estimate>> counters(String name, String above, String below) {
    return results -> find(results, name).flatMap(row -> Estimate.ofCounters(row, above, below));
  }

  private static Estimate scaled(Estimate estimate, double factor) {
    return new Estimate(estimate.log() + Math.log(factor), estimate.error(), estimate.freedom());
  }
}
