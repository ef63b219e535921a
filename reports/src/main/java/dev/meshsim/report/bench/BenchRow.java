package dev.meshsim.report.bench;

import java.util.List;
import java.util.Map;

/**
 * The scores of one benchmark in one run.
 *
 * @param key what was measured
 * @param jmhVersion the version of JMH that wrote it
 * @param facts other members that two runs should have in common, as text: JVM, its options, the
 *     times and numbers of iterations
 * @param forks the score of each iteration of each fork, in the base unit of the mode; at least one
 *     fork, and at least one iteration each
 * @param counters the benchmark's own counters by name, as sums over an iteration
 */
public record BenchRow(
    BenchKey key,
    String jmhVersion,
    Map<String, String> facts,
    List<List<Double>> forks,
    Map<String, List<List<Double>>> counters) {

  /** Copies the collections. */
  public BenchRow {
    facts = Map.copyOf(facts);
    forks = forks.stream().map(List::copyOf).toList();
    counters = Map.copyOf(counters);
  }

  /** The number of iterations in all forks. */
  public int iterations() {
    return forks.stream().mapToInt(List::size).sum();
  }

  /** The scores of all forks. */
  public double[] scores() {
    return forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
  }

  /** The mean of all scores. */
  public double mean() {
    double sum = 0;
    for (double score : scores()) {
      sum += score;
    }
    return sum / iterations();
  }
}
