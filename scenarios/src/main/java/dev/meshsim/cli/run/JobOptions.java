package dev.meshsim.cli.run;

import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.Stop;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say how scenarios are run; their results do not depend on these. */
final class JobOptions {

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Run so many scenarios at once. Results and output have the same order with any number."
              + " Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--fail-fast",
      description = "Stop after the first scenario that failed or is undecided.")
  private boolean failFast;

  @Option(
      names = "--rerun-failed",
      description = {
        "Run again what did not pass or did not run in the last run, by its results in --out; the",
        "paths, seed, dialect, suite and store are those of that run."
      })
  private boolean rerun;

  boolean isRerun() {
    return rerun;
  }

  RunControls controls(Stop stop, Set<String> only, List<String> arguments) {
    return new RunControls(jobs, failFast, stop, only, arguments);
  }
}
