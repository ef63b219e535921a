package dev.meshsim.benchmark.flow;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFile;
import dev.meshsim.scenario.run.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does the runner take for a scenario beyond the calls that the scenario makes?
 *
 * <p>The empty scenario has three steps that ask a portal whether a name is free; the other creates
 * an account and adds an application. Results are written to a directory that has those of the run
 * before, as a person's has. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * ScenarioOverhead}. Target: docs/performance.md 14.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class ScenarioOverhead {

  private static final String HEAD =
      """
      purpose: Measures the runner.
      machines: [desktop]
      portal: example.com
      steps:
      """;

  private static final String EMPTY =
      """
        - validate: alice@example.com
          on: desktop
        - validate: bob@example.com
          on: desktop
        - validate: carol@example.com
          on: desktop
      """;

  private static final String ACCOUNT =
      """
        - createDevice: desktop
        - createAccount: alice@example.com
          on: desktop
      """;

  private ScratchDirectory scratch;
  private List<ScenarioFile> empty;
  private List<ScenarioFile> account;

  /** Writes the scenarios. */
  @Setup
  public void prepare() throws IOException {
    scratch = new ScratchDirectory();
    empty = scenario("empty", EMPTY);
    account = scenario("account", ACCOUNT);
  }

  private List<ScenarioFile> scenario(String name, String steps) throws IOException {
    Path file = scratch.path().resolve(name + ".yaml");
    return ScenarioFiles.read(List.of(Files.writeString(file, HEAD + steps)));
  }

  private RunTotals run(List<ScenarioFile> files) {
    RunTotals totals =
        new Runner(RunOptions.DEFAULT, scratch.path().resolve("results"), List.of()).run(files);
    if (totals.exitCode() != 0) {
      throw new IllegalStateException("the scenario did not pass");
    }
    return totals;
  }

  /** Three steps without keys. */
  @Benchmark
  public RunTotals empty() {
    return run(empty);
  }

  /** A device and an account. */
  @Benchmark
  public RunTotals account() {
    return run(account);
  }

  /** Removes the results. */
  @TearDown
  public void remove() throws IOException {
    scratch.close();
  }
}
