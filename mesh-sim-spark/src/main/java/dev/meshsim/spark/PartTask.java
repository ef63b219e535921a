package dev.meshsim.spark;

import dev.meshsim.cli.simulate.DrawnOptions;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.sweep.SeedRange;
import dev.meshsim.scenario.simulation.sweep.SweepPart;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.CollectionAccumulator;
import picocli.CommandLine;

/**
 * The work of a partition: runs its seeds and gives one line of JSON, a {@link SweepPart}. Only
 * text and numbers are sent to the executors, which read the options as the driver did.
 */
final class PartTask implements FlatMapFunction<Iterator<PartTask.Part>, String> {

  private static final long serialVersionUID = 1L;

  private final String[] options;
  private final String commit;
  private final CollectionAccumulator<String> attempts;

  /**
   * A range of seeds with its number.
   *
   * @param number the number of the part, from 0
   * @param first the first seed
   * @param last the last seed
   */
  record Part(int number, long first, long last) implements Serializable {}

  /**
   * The work with these options.
   *
   * @param options the options of {@link DrawnOptions}, as they were written
   * @param attempts receives a line for each attempt of a part that ended well
   */
  PartTask(List<String> options, String commit, CollectionAccumulator<String> attempts) {
    this.options = options.toArray(String[]::new);
    this.commit = commit;
    this.attempts = attempts;
  }

  /** Reads the options of a simulation. */
  static DrawnOptions read(String... options) {
    DrawnOptions drawn = new DrawnOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("drawn", mixin(drawn)))
        .parseArgs(options);
    return drawn;
  }

  private static CommandLine.Model.CommandSpec mixin(DrawnOptions drawn) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(drawn);
  }

  @Override
  public Iterator<String> call(Iterator<Part> parts) {
    TaskContext task = TaskContext.get();
    DrawnOptions drawn = read(options);
    List<String> lines = new ArrayList<>();
    while (parts.hasNext()) {
      Part part = parts.next();
      Path stores = temporary();
      try {
        SweepPart done =
            new SweepPart(
                part.number(),
                task.attemptNumber(),
                "executor " + SparkEnv.get().executorId(),
                System.getProperty("java.vm.version", "unknown"),
                SweepPart.run(
                    new Simulation(drawn.settings(), stores, 1),
                    new SeedRange(part.first(), part.last()),
                    commit,
                    task::isInterrupted));
        attempts.add(Attempts.line(done));
        lines.add(done.json());
      } finally {
        delete(stores);
      }
    }
    return lines.iterator();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("mesh-sim-part-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
