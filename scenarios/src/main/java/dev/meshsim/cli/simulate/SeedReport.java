package dev.meshsim.cli.simulate;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Software;
import dev.meshsim.scenario.simulation.Finding;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationResult;
import dev.meshsim.sim.oracle.Violation;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Prints the results of seeds, and writes the findings. */
final class SeedReport {

  private final Console console;
  private final Progress progress;
  private final Simulation simulation;
  private final Path results;
  private final String store;
  private final boolean all;
  private final boolean twice;
  private int findings;

  SeedReport(
      Console console,
      Progress progress,
      Simulation simulation,
      Path results,
      String store,
      boolean all,
      boolean twice) {
    this.console = console;
    this.progress = progress;
    this.simulation = simulation;
    this.results = results;
    this.store = store;
    this.all = all;
    this.twice = twice;
  }

  /** The number of seeds with a finding, or whose second run differed. */
  int findings() {
    return findings;
  }

  void add(SimulationResult result) {
    progress.clear();
    if (all) {
      console.line(line(result));
      result.swarm().forEach(text -> console.line("  " + text));
    }
    boolean found = twice && differs(result);
    if (!result.violations().isEmpty()) {
      found = true;
      for (Violation violation : result.violations()) {
        console.line("seed " + result.seed() + " " + violation);
      }
      console.out().flush();
      progress.show("shrinking the finding of seed " + result.seed());
      Finding finding = simulation.shrink(result, Software.commit());
      progress.clear();
      write(finding);
    }
    findings += found ? 1 : 0;
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
      console.line("  its plan does not show it when it is repeated from a file");
      return;
    }
    Path file = results.resolve(finding.fileName());
    ResultsDirectory.write(file, Bytes.utf8(finding.file().get()));
    console.line("  " + finding.sizes() + " in " + finding.runs() + " runs: " + Quote.of(file));
    RunOptions options =
        new RunOptions(finding.result().seed(), Optional.empty(), Optional.empty(), store);
    console.line("  repeat with: " + options.repeat(file.toString(), store).line());
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
    console.line(
        "seed "
            + first.seed()
            + " is not repeatable: event "
            + (at + 1)
            + " differs; of the second run it is "
            + simulation.eventOf(first.seed(), at + 1));
    return true;
  }
}
