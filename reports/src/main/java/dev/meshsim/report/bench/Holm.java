package dev.meshsim.report.bench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for many comparisons: the probability that any of the adjusted values under a
 * limit is a false alarm is at most the limit (Scandinavian Journal of Statistics 6, 1979).
 */
final class Holm {

  private Holm() {}

  /** The adjusted values, in the order of the given ones. */
  static List<Double> adjust(List<Double> values) {
    int count = values.size();
    List<Integer> ascending =
        IntStream.range(0, count).boxed().sorted(Comparator.comparing(values::get)).toList();
    Double[] adjusted = new Double[count];
    double most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, Math.min(1, (count - i) * values.get(ascending.get(i))));
      adjusted[ascending.get(i)] = most;
    }
    return List.of(adjusted);
  }
}
