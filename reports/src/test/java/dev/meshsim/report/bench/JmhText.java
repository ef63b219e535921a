package dev.meshsim.report.bench;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Results in JMH's form, for tests. */
final class JmhText {

  private final List<String> rows = new ArrayList<>();

  /** Adds a row with the scores of each fork. */
  JmhText row(String method, String mode, String unit, String params, double[]... forks) {
    String raw =
        Arrays.stream(forks).map(Arrays::toString).collect(Collectors.joining(",", "[", "]"));
    rows.add(
        ("{'jmhVersion':'1.37','benchmark':'dev.meshsim.benchmark.%s','mode':'%s','threads':1,"
                + "'forks':%d,'params':{%s},'primaryMetric':{'score':1.0,'scoreError':'NaN',"
                + "'scoreUnit':'%s','rawData':%s},'secondaryMetrics':{}}")
            .formatted(method, mode, forks.length, params, unit, raw));
    return this;
  }

  Bytes text() {
    return Bytes.utf8(String.join(",", rows).transform(all -> "[" + all + "]").replace('\'', '"'));
  }

  BenchResults read(String name) {
    return JmhReader.read(name, text());
  }

  /** Forks of five scores around a value, which vary by about {@code percent}. */
  static double[][] around(double value, double percent, int forks) {
    double[] steps = {-1, 0.5, 1, -0.5, 0.2, -0.7, 0.9};
    double[][] scores = new double[forks][5];
    for (int fork = 0; fork < forks; fork++) {
      for (int i = 0; i < 5; i++) {
        scores[fork][i] = value * (1 + steps[(fork * 3 + i) % steps.length] * percent / 100);
      }
    }
    return scores;
  }
}
