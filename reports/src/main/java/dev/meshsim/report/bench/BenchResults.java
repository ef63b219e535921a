package dev.meshsim.report.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of one run, in the order in which they were measured. */
public final class BenchResults {

  private final String name;
  private final Map<BenchKey, BenchRow> rows = new LinkedHashMap<>();

  /**
   * A run without rows.
   *
   * @param name the file, as messages and tables show it
   */
  BenchResults(String name) {
    this.name = name;
  }

  /**
   * A run of several files.
   *
   * @param name the run, as messages and tables show it
   * @throws BenchException if two files have one row
   */
  public static BenchResults of(String name, List<BenchResults> parts) {
    BenchResults all = new BenchResults(name);
    for (BenchResults part : parts) {
      part.rows.values().forEach(row -> all.add(row, part.name));
    }
    return all;
  }

  void add(BenchRow row, String place) {
    if (rows.putIfAbsent(row.key(), row) != null) {
      throw BenchException.twice(place, row.key().label());
    }
  }

  /** The file or the run. */
  public String name() {
    return name;
  }

  /** All rows. */
  public List<BenchRow> rows() {
    return List.copyOf(rows.values());
  }

  /** The rows that a condition holds for, as a run of the same name. */
  public BenchResults only(Predicate<BenchRow> condition) {
    BenchResults some = new BenchResults(name);
    rows.values().stream().filter(condition).forEach(row -> some.add(row, name));
    return some;
  }

  /** The row of a key. */
  public Optional<BenchRow> find(BenchKey key) {
    return Optional.ofNullable(rows.get(key));
  }
}
