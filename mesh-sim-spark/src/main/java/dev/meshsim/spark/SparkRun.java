package dev.meshsim.spark;

import dev.meshsim.scenario.simulation.sweep.SeedRange;
import dev.meshsim.scenario.simulation.sweep.SweepPart;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;

/** Runs parts of a sweep as Spark jobs, a partition for each part. */
final class SparkRun {

  private final JavaSparkContext spark;
  private final List<String> options;
  private final String commit;
  private final List<String> differences = new ArrayList<>();

  SparkRun(JavaSparkContext spark, List<String> options, String commit) {
    this.spark = spark;
    this.options = options;
    this.commit = commit;
  }

  /** Runs the parts and waits for all of them; no job if there are none. */
  List<SweepPart> parts(List<SeedRange> ranges) {
    if (ranges.isEmpty()) {
      return List.of();
    }
    List<PartTask.Part> parts = new ArrayList<>();
    for (SeedRange range : ranges) {
      parts.add(new PartTask.Part(parts.size(), range.first(), range.last()));
    }
    CollectionAccumulator<String> attempts = spark.sc().collectionAccumulator("attempts");
    List<String> lines =
        spark
            .parallelize(parts, parts.size())
            .mapPartitions(new PartTask(options, commit, attempts))
            .collect();
    differences.addAll(Attempts.differences(attempts.value()));
    return lines.stream().map(SweepPart::read).toList();
  }

  /** The differences between attempts of one part in the jobs so far, in sentences. */
  List<String> differences() {
    return List.copyOf(differences);
  }
}
