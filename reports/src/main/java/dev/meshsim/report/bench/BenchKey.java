package dev.meshsim.report.bench;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of a row of results: rows of two files with equal keys are compared.
 *
 * @param benchmark the full name of the method
 * @param mode its mode
 * @param threads the threads that called it at once
 * @param parameters its parameters by name
 */
public record BenchKey(
    String benchmark, BenchMode mode, int threads, Map<String, String> parameters)
    implements Comparable<BenchKey> {

  private static final Comparator<BenchKey> ORDER =
      Comparator.comparing(BenchKey::benchmark)
          .thenComparing(key -> key.parameters().toString())
          .thenComparing(BenchKey::mode)
          .thenComparing(BenchKey::threads);

  /** Sorts the parameters. */
  public BenchKey {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The class without its package: {@code ShareSplit}. */
  public String group() {
    String owner = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  /** The method: {@code ours}. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** The parameters: {@code octets=16, quorum=3}; empty without any. */
  public String parameterText() {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A short name for people: {@code ShareSplit.ours (octets=16)}. */
  public String label() {
    String name = group().isEmpty() ? method() : group() + "." + method();
    return parameters.isEmpty() ? name : name + " (" + parameterText() + ")";
  }

  @Override
  public int compareTo(BenchKey other) {
    return ORDER.compare(this, other);
  }
}
