package dev.meshsim.report.bench;

import java.util.Optional;
import java.util.stream.Stream;

/** A mode of JMH: what a score is, and whether a larger one is better. */
public enum BenchMode {
  /** Operations in a time. */
  THROUGHPUT("thrpt", true),
  /** The mean time of an operation. */
  AVERAGE_TIME("avgt", false),
  /** The time of operations that are picked at random. */
  SAMPLE_TIME("sample", false),
  /** The time of one call, without warm-up inside it. */
  SINGLE_SHOT("ss", false);

  private final String word;
  private final boolean largerIsBetter;

  BenchMode(String word, boolean largerIsBetter) {
    this.word = word;
    this.largerIsBetter = largerIsBetter;
  }

  /** The mode as JMH writes it. */
  public String word() {
    return word;
  }

  /** True for a throughput, false for a time. */
  public boolean largerIsBetter() {
    return largerIsBetter;
  }

  /** The unit that scores of this mode are converted to. */
  public String baseUnit() {
    return largerIsBetter ? "ops/s" : "ns/op";
  }

  static Optional<BenchMode> named(String word) {
    return Stream.of(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
