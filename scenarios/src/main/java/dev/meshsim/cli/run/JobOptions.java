package dev.meshsim.cli.run;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how scenarios are run; their results do not depend on these. */
final class JobOptions {

  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8}) ?(ms|s|m)");

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
      description =
          "Run again what did not pass or did not run in the last run, by its results in --out; the"
              + " paths, seed, dialect, suite and store are those of that run.")
  private boolean rerun;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description =
          "The real time that a scenario may take, 500ms, 30s or 5m for example; it is undecided"
              + " after it.")
  private @Nullable String timeout;

  private static Duration duration(String text) {
    var form = DURATION.matcher(text);
    if (!form.matches()) {
      throw new InputException(
          "--timeout takes a number and ms, s or m, not " + Quote.text(text),
          "write for example --timeout 30s");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMinutes(count);
    };
  }

  boolean isRerun() {
    return rerun;
  }

  RunControls controls(
      Stop stop, Optional<Set<String>> only, ReportChoice reports, List<String> arguments) {
    return new RunControls(
        jobs,
        failFast,
        stop,
        Optional.ofNullable(timeout).map(JobOptions::duration),
        only,
        reports,
        arguments);
  }
}
