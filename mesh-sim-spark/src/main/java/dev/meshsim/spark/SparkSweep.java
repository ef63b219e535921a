package dev.meshsim.spark;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.FailureReport;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.simulate.DrawnOptions;
import dev.meshsim.cli.simulate.Seeds;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.sweep.SeedDifference;
import dev.meshsim.scenario.simulation.sweep.SeedRange;
import dev.meshsim.scenario.simulation.sweep.Sweep;
import dev.meshsim.scenario.simulation.sweep.SweepPart;
import dev.meshsim.scenario.simulation.sweep.SweepReport;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program that {@code spark-submit} starts: {@code mesh-sim simulate} over a cluster. */
@Command(
    name = "mesh-sim-spark",
    description = "Runs mesh-sim simulate over ranges of seeds on Spark, and merges the results.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 no finding, 1 an oracle found something or a seed is not repeatable,",
      "2 wrong usage or no master, 3 internal error, 4 a state was never reached and",
      "--require-sometimes was given."
    })
public final class SparkSweep implements Callable<Integer> {

  private static final int INTERNAL = 3;
  private static final String REPORT = "simulate.json";

  private final Console console;
  private final World clock = World.system();
  private List<String> written = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N|A..B",
      defaultValue = "1..100",
      description = "The seeds, one or a range. Default: ${DEFAULT-VALUE}.")
  private String seeds = "1..100";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "The number of parts. Default: four for each core that Spark counts.")
  private @Nullable Integer partitions;

  @Mixin private final DrawnOptions drawn = new DrawnOptions();

  @Option(
      names = "--twice",
      description =
          "Run all seeds twice, in parts of another size, and name those whose digests differ.")
  private boolean twice;

  @Option(
      names = "--require-sometimes",
      description = "Exit with 4 if a state is never reached that seeds are meant to reach.")
  private boolean requireSometimes;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The format of the totals, ${COMPLETION-CANDIDATES}. Default: text.")
  private OutputFormat format = OutputFormat.text;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "The driver's directory for " + REPORT + " and the findings; written when all is done.")
  private Path out = Path.of("");

  SparkSweep(Console console) {
    this.console = console;
  }

  /** Runs the sweep and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream results, PrintStream errors) {
    Console console = new Console(results, errors);
    SparkSweep sweep = new SparkSweep(console);
    sweep.written = List.of(arguments);
    return new CommandLine(sweep)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(
            (e, ignored) ->
                FailureReport.print(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage"),
                    "give --help to see the options",
                    CommandLine.ExitCode.USAGE,
                    console.errors()))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> FailureReport.print(e, console.errors()))
        .execute(arguments);
  }

  @Override
  public Integer call() {
    Seeds parsed = Seeds.parse(seeds);
    SeedRange range = new SeedRange(parsed.first(), parsed.last());
    OptionalInt wanted = DrawnOptions.positive("--partitions", partitions);
    Ensemble ensemble = new Ensemble(drawn.settings().faults());
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "mesh-sim simulate " + seeds);
    if (!conf.contains("spark.master")) {
      throw new InputException(
          "there is no master", "start this with spark-submit --master, for example local[2]");
    }
    Masters.requireReachable(conf.get("spark.master"));
    Instant begin = clock.now();
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      spark.setLogLevel("ERROR");
      spark.sc().addSparkListener(new PartProgress(console));
      SparkRun run = new SparkRun(spark, SweepOptions.drawn(written), commit());
      int number = wanted.orElse(4 * spark.defaultParallelism());
      Sweep sweep = Sweep.of(range, run.parts(range.parts(number)));
      return end(sweep, again(run, sweep, number), run.differences(), ensemble, begin);
    } catch (InputException e) {
      throw e;
    } catch (Exception e) {
      return failed(e);
    }
  }

  /** The second runs: of all parts, or of those that Spark had to run again. */
  private List<SweepPart> again(SparkRun run, Sweep sweep, int number) {
    if (twice) {
      return run.parts(sweep.seeds().parts(number + 1));
    }
    List<SweepPart> retried = sweep.retried();
    for (SweepPart part : retried) {
      console.note("part " + part.part() + " was run again; its digest is compared once more");
    }
    return run.parts(retried.stream().map(SparkSweep::seedsOf).toList());
  }

  private static SeedRange seedsOf(SweepPart part) {
    List<SeedRecord> records = part.records();
    return new SeedRange(records.get(0).seed(), records.get(records.size() - 1).seed());
  }

  private int end(
      Sweep sweep,
      List<SweepPart> second,
      List<String> attempts,
      Ensemble ensemble,
      Instant begin) {
    sweep.addTo(ensemble);
    List<SeedDifference> differences = SeedDifference.between(sweep.parts(), second);
    differences.forEach(one -> console.note(one.toString()));
    attempts.forEach(console::note);
    List<String> totals = ensemble.lines(Duration.between(begin, clock.now()));
    SweepReport report =
        SweepReport.of(
            commit(),
            ensemble,
            sweep.found(),
            differences.stream().map(SeedDifference::seed).toList());
    for (SeedRecord record : sweep.found()) {
      write(record);
    }
    ResultsDirectory.write(out.resolve(REPORT), Bytes.utf8(report.json() + "\n"));
    if (format == OutputFormat.json) {
      totals.forEach(console::note);
      console.out().println(report.json());
    } else {
      totals.forEach(console::line);
      report.lines().forEach(console::line);
    }
    console.out().flush();
    return attempts.isEmpty() ? report.exitCode(requireSometimes) : 1;
  }

  private void write(SeedRecord record) {
    record.violations().forEach(one -> console.note("seed " + record.seed() + " " + one));
    SeedRecord.@Nullable FindingFile file = record.file();
    if (file == null) {
      console.note("  its plan does not show it when it is repeated from a file");
      return;
    }
    Path target = out.resolve(file.name());
    ResultsDirectory.write(target, Bytes.utf8(file.text()));
    console.note("  " + file.sizes() + ": " + Quote.of(target));
  }

  /** Reports that Spark could not do it: a master or executors that are gone, or a task's error. */
  private int failed(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return FailureReport.print(
        "Spark could not run the sweep, and nothing was written: "
            + cause.getClass().getSimpleName()
            + ": "
            + Quote.line(message.lines().findFirst().orElse("")),
        "look at the logs of the driver and of its executors; --conf spark.task.maxFailures=N"
            + " allows more attempts",
        INTERNAL,
        console.errors());
  }

  private static String commit() {
    try (InputStream file = SparkSweep.class.getResourceAsStream("commit")) {
      return file == null ? "unknown" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "unknown";
    }
  }
}
