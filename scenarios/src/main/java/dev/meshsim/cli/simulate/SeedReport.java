package dev.meshsim.cli.simulate;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Software;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.Finding;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationResult;
import dev.meshsim.scenario.simulation.sweep.SweepReport;
import dev.meshsim.sim.oracle.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prints the results of seeds, and writes the findings. */
final class SeedReport {

  private final Console console;
  private final Consumer<String> lines;
  private final Progress progress;
  private final Simulation simulation;
  private final Path results;
  private final String store;
  private final boolean all;
  private final boolean twice;
  private final List<SeedRecord> found = new ArrayList<>();
  private final List<Long> notRepeatable = new ArrayList<>();

  /**
   * A report without a result.
   *
   * @param lines receives what is found and where it was written, line by line
   */
  SeedReport(
      Console console,
      Consumer<String> lines,
      Progress progress,
      Simulation simulation,
      Path results,
      String store,
      boolean all,
      boolean twice) {
    this.console = console;
    this.lines = lines;
    this.progress = progress;
    this.simulation = simulation;
    this.results = results;
    this.store = store;
    this.all = all;
    this.twice = twice;
  }

  /** The number of seeds with a finding, or whose second run differed. */
  int findings() {
    return (int)
        Stream.concat(found.stream().map(SeedRecord::seed), notRepeatable.stream())
            .distinct()
            .count();
  }

  /** The totals with what was found. */
  SweepReport with(Ensemble ensemble) {
    return SweepReport.of(Software.commit(), ensemble, found, notRepeatable);
  }

  void add(SimulationResult result) {
    progress.clear();
    if (all) {
      lines.accept(line(result));
      result.swarm().forEach(text -> lines.accept("  " + text));
    }
    if (twice && differs(result)) {
      notRepeatable.add(result.seed());
    }
    if (!result.violations().isEmpty()) {
      for (Violation violation : result.violations()) {
        lines.accept("seed " + result.seed() + " " + violation);
      }
      console.out().flush();
      progress.show("shrinking the finding of seed " + result.seed());
      Finding finding = simulation.shrink(result, Software.commit());
      progress.clear();
      found.add(SeedRecord.of(finding));
      write(finding);
    }
  }

  private static String line(SimulationResult result) {
    return String.format(
        Locale.ROOT,
        "seed %-8d %5d operations, %3d faults, %6d events, %,d minutes in %d ms, digest %s",
        result.seed(),
        result.operationCount(),
        result.faults().values().stream().mapToInt(Integer::intValue).sum(),
        result.events(),
        result.virtual().toMinutes(),
        result.real().toMillis(),
        result.digest().substring(0, 16));
  }

  private void write(Finding finding) {
    if (finding.file().isEmpty()) {
      lines.accept("  its plan does not show it when it is repeated from a file");
      return;
    }
    Path file = results.resolve(finding.fileName());
    ResultsDirectory.write(file, Bytes.utf8(finding.file().get()));
    lines.accept("  " + finding.sizes() + " in " + finding.runs() + " runs: " + Quote.of(file));
    RunOptions options =
        new RunOptions(finding.result().seed(), Optional.empty(), Optional.empty(), store);
    lines.accept("  repeat with: " + options.repeat(file.toString(), store).line());
  }

  /** Runs the seed again and says which event differs, if one does. */
  private boolean differs(SimulationResult first) {
    SimulationResult second = simulation.generate(first.seed());
    if (first.digest().equals(second.digest())) {
      return false;
    }
    long[] one = first.trace();
    long[] two = second.trace();
    int at = 0;
    while (at < Math.min(one.length, two.length) && one[at] == two[at]) {
      at++;
    }
    lines.accept(
        "seed "
            + first.seed()
            + " is not repeatable: event "
            + (at + 1)
            + " differs; of the second run it is "
            + simulation.eventOf(first.seed(), at + 1));
    return true;
  }
}
