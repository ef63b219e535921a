package dev.meshsim.benchmark.flow;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFile;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.scenario.run.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does the runner take for a scenario beyond the calls that the scenario makes,
 * and how long do its reports?
 *
 * <p>The empty scenario has three steps that ask a portal whether a name is free; the other creates
 * a device and an account. {@code empty} and {@code reported} are one of the {@value #CASES} cases
 * of a run, without any report and with every one; {@code alone} and {@code account} are runs of
 * one case with every report. The portal's logs are written in each. Results are written to a
 * directory that has those of the run before, as a person's has. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar ScenarioOverhead}. Target: docs/performance.md 14.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class ScenarioOverhead {

  private static final int CASES = 100;

  private static final String HEAD =
      """
      purpose: Measures the runner.
      machines: [desktop]
      portal: example.com
      """;

  private static final String ROWS =
      "rows:\n"
          + IntStream.range(0, CASES)
              .mapToObj(n -> "  - {name: c" + n + ", user: user" + n + "}\n")
              .collect(Collectors.joining());

  private static final String EMPTY =
      """
      steps:
        - validate: alice@example.com
          on: desktop
        - validate: bob@example.com
          on: desktop
        - validate: USER@example.com
          on: desktop
      """;

  private static final String ACCOUNT =
      """
      steps:
        - createDevice: desktop
        - createAccount: alice@example.com
          on: desktop
      """;

  private ScratchDirectory scratch;
  private List<ScenarioFile> alone;
  private List<ScenarioFile> many;
  private List<ScenarioFile> account;

  /** Writes the scenarios. */
  @Setup
  public void prepare() throws IOException {
    scratch = new ScratchDirectory();
    alone = scenario("alone", EMPTY.replace("USER", "carol"));
    many = scenario("many", ROWS + EMPTY.replace("USER@example.com", "\"{user}@example.com\""));
    account = scenario("account", ACCOUNT);
  }

  private List<ScenarioFile> scenario(String name, String rest) throws IOException {
    Path file = scratch.path().resolve(name + ".yaml");
    return ScenarioFiles.read(List.of(Files.writeString(file, HEAD + rest)));
  }

  private RunTotals run(List<ScenarioFile> files, ReportChoice reports) {
    RunControls controls =
        new RunControls(
            1, false, new Stop(), Optional.empty(), Optional.empty(), reports, List.of());
    RunTotals totals =
        new Runner(RunOptions.DEFAULT, scratch.path().resolve("results"), List.of(), controls)
            .run(files);
    if (totals.exitCode() != 0 || totals.passed() == 0) {
      throw new IllegalStateException("the scenario did not pass");
    }
    return totals;
  }

  /** Three steps without keys, one case of many, and no report. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public RunTotals empty() {
    return run(many, ReportChoice.NONE);
  }

  /** The same with every report. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public RunTotals reported() {
    return run(many, ReportChoice.ALL);
  }

  /** A run of one case with every report. */
  @Benchmark
  public RunTotals alone() {
    return run(alone, ReportChoice.ALL);
  }

  /** A device and an account, in a run of one case with every report. */
  @Benchmark
  public RunTotals account() {
    return run(account, ReportChoice.ALL);
  }

  /** Removes the results. */
  @TearDown
  public void remove() throws IOException {
    scratch.close();
  }
}
