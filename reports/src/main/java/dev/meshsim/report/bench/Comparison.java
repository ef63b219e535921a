package dev.meshsim.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two runs, row by row.
 *
 * @param base the earlier run
 * @param head the later run
 * @param rows the rows that both have, in the order of the earlier
 * @param missing the rows that only the earlier run has
 * @param added the rows that only the later run has
 * @param differences what the runs do not have in common beside their scores: versions, options,
 *     lengths of iterations
 */
public record Comparison(
    BenchResults base,
    BenchResults head,
    List<RowComparison> rows,
    List<BenchRow> missing,
    List<BenchRow> added,
    List<String> differences) {

  /**
   * Compares runs with one earlier run; the correction is for the rows of all of them.
   *
   * @throws BenchException if one has no row of the earlier run
   */
  public static List<Comparison> of(BenchResults base, List<BenchResults> heads) {
    List<Double> probabilities = new ArrayList<>();
    for (BenchResults head : heads) {
      List<BenchRow> common = common(base, head);
      if (common.isEmpty()) {
        throw BenchException.nothingCommon(base.name(), head.name());
      }
      common.forEach(row -> probabilities.add(RowComparison.speed(row, other(head, row)).pValue()));
    }
    List<Double> adjusted = Holm.adjust(probabilities);
    List<Comparison> comparisons = new ArrayList<>();
    int next = 0;
    for (BenchResults head : heads) {
      List<RowComparison> rows = new ArrayList<>();
      for (BenchRow row : common(base, head)) {
        rows.add(RowComparison.of(row, other(head, row), adjusted.get(next)));
        next++;
      }
      comparisons.add(
          new Comparison(
              base,
              head,
              List.copyOf(rows),
              only(base, head),
              only(head, base),
              differences(rows)));
    }
    return comparisons;
  }

  private static List<BenchRow> common(BenchResults base, BenchResults head) {
    return base.rows().stream().filter(row -> head.find(row.key()).isPresent()).toList();
  }

  private static List<BenchRow> only(BenchResults one, BenchResults other) {
    return one.rows().stream().filter(row -> other.find(row.key()).isEmpty()).toList();
  }

  private static BenchRow other(BenchResults head, BenchRow row) {
    return head.find(row.key()).orElseThrow();
  }

  private static List<String> differences(List<RowComparison> rows) {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (RowComparison row : rows) {
      Map<String, String> base = facts(row.base());
      Map<String, String> head = facts(row.head());
      base.forEach(
          (name, value) -> {
            String other = head.getOrDefault(name, value);
            if (!other.equals(value)) {
              found.computeIfAbsent(name, key -> new TreeSet<>()).add(value + " and " + other);
            }
          });
    }
    return found.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join("; ", entry.getValue()))
        .toList();
  }

  private static Map<String, String> facts(BenchRow row) {
    Map<String, String> facts = new TreeMap<>(row.facts());
    facts.put("jmhVersion", row.jmhVersion());
    facts.put("forks", Integer.toString(row.forks().size()));
    return facts;
  }

  /** The number of rows with a verdict. */
  public long count(Change change) {
    return rows.stream().filter(row -> row.change() == change).count();
  }
}
