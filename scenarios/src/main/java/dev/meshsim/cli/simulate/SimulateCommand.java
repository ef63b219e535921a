package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.Interruption;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Stop;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationSettings;
import dev.meshsim.scenario.simulation.explore.Exploration;
import dev.meshsim.scenario.simulation.sweep.SweepReport;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh-sim simulate}. */
@Command(
    name = "simulate",
    description =
        "Runs people, machines and portals from seeds, with faults, under oracles; writes each"
            + " finding as a scenario.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 no finding, 1 an oracle found something, 2 wrong usage, 3 internal error,",
      "4 a state was never reached and --require-sometimes was given."
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final int FINDING = 1;

  private final Console console;
  private final World clock = World.system();

  @Option(
      names = "--seeds",
      paramLabel = "N|A..B",
      description = "The seeds, one or a range. Default: 1..100, or with --for 1 and all after it.")
  private @Nullable String seeds;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Begin no seed after so much real time: 30s, 10m or 2h.")
  private @Nullable String time;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Run so many seeds at once; the output is the same. Default: the number of processors.")
  private @Nullable Integer jobs;

  @Mixin private final DrawnOptions drawn = new DrawnOptions();

  @Option(
      names = "--explore",
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description =
          "Draw nothing: run these scenarios in every order of their steps at the same time, with no"
              + " fault and with each fault of messages in --faults on each machine.")
  private List<String> explore = List.of();

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "With --explore, the most runs of a scenario with one fault. Default: ${DEFAULT-VALUE}.")
  private int budget = 2000;

  @Option(
      names = "--twice",
      description = "Run each seed twice, and name the first event that differs.")
  private boolean twice;

  @Option(
      names = "--require-sometimes",
      description = "Exit with 4 if a state is never reached that seeds are meant to reach.")
  private boolean requireSometimes;

  @Option(
      names = "--verbose",
      description = "Print what each seed draws; of a single seed it is printed anyway.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only totals and findings, and show no progress.")
  private boolean quiet;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the totals, ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. With json"
              + " everything else goes to standard error, and there is no real time in the totals.")
  private OutputFormat format = OutputFormat.text;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The directory of the findings. Default: the project's target/mesh-sim-findings/, or"
              + " outside of the project mesh-sim-results-findings/ in the working directory.")
  private @Nullable Path out;

  /** The command, which prints on a console. */
  public SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (quiet && verbose) {
      throw new InputException(
          "--quiet and --verbose contradict each other", "leave one of them out");
    }
    Seeds range =
        seeds == null ? new Seeds(1, time == null ? 100 : Long.MAX_VALUE) : Seeds.parse(seeds);
    SimulationSettings settings = drawn.settings();
    int parallel =
        DrawnOptions.positive("--jobs", jobs).orElse(Runtime.getRuntime().availableProcessors());
    if (jobs != null && !explore.isEmpty()) {
      throw new InputException(
          "--jobs: --explore makes one run after another, since each decides the next",
          "leave --jobs out, or explore other scenarios in another process");
    }
    if (format == OutputFormat.json && !explore.isEmpty()) {
      throw new InputException(
          "--format json is for seeds, and --explore draws none", "leave one of them out");
    }
    Path results = out == null ? usual() : out;
    if (!explore.isEmpty()) {
      return explore(settings, range, results, parallel);
    }
    Progress progress = Progress.on(console, !quiet);
    Stop stop = new Stop();
    // The last to be closed: the process may end when the directory of the stores is gone.
    try (Interruption signals = Interruption.of(stop);
        SimulationPlace place = SimulationPlace.in(results)) {
      Simulation simulation = new Simulation(settings, place.stores(), parallel);
      SeedReport report =
          new SeedReport(
              console,
              format == OutputFormat.json ? console::note : console::line,
              progress,
              simulation,
              results,
              drawn.store(),
              verbose || (range.isOne() && !quiet),
              twice);
      Ensemble ensemble = new Ensemble(settings.faults());
      Instant begin = clock.now();
      Duration limit = time == null ? Duration.ofDays(10_000) : RealTime.parse(time);
      Runnable shown =
          () ->
              progress.seeds(
                  ensemble.seeds(), range.count(), simulation.operations(), report.findings());
      simulation.run(
          range.stream(),
          () ->
              stop.reason().isPresent()
                  || Duration.between(begin, clock.now()).compareTo(limit) >= 0,
          result -> {
            ensemble.add(result);
            report.add(result);
            shown.run();
          },
          shown);
      progress.clear();
      stop.reason().ifPresent(why -> console.note("stopped by " + why + " before all seeds"));
      return end(ensemble, report, Duration.between(begin, clock.now()));
    }
  }

  private int explore(SimulationSettings settings, Seeds range, Path results, int parallel) {
    DrawnOptions.positive("--budget", budget);
    List<Case> cases = ExploreReport.cases(explore, console.errors()::println);
    if (cases.isEmpty()) {
      return CommandLine.ExitCode.USAGE;
    }
    long seed = seeds == null ? RunOptions.DEFAULT_SEED : range.first();
    Progress progress = Progress.on(console, !quiet);
    try (SimulationPlace place = SimulationPlace.in(results)) {
      Simulation simulation = new Simulation(settings, place.stores(), parallel);
      SeedReport findings =
          new SeedReport(
              console, console::line, progress, simulation, results, drawn.store(), false, false);
      ExploreReport report =
          new ExploreReport(
              console,
              progress,
              new Exploration(simulation, seed, budget),
              settings.faults(),
              settings.oracles(),
              findings::add);
      cases.forEach(one -> report.explore(one.scenario()));
      int found = report.end();
      console.out().flush();
      return found > 0 ? FINDING : 0;
    }
  }

  /** Beside the results of run, which keeps strangers out of its directory. */
  private static Path usual() {
    Path run = ProjectDirectory.results();
    return run.resolveSibling(run.getFileName() + "-findings");
  }

  private int end(Ensemble ensemble, SeedReport report, Duration real) {
    List<String> totals = ensemble.lines(real);
    SweepReport whole = report.with(ensemble);
    if (format == OutputFormat.json) {
      totals.forEach(console::note);
      console.out().println(whole.json());
    } else {
      totals.forEach(console::line);
      whole.lines().forEach(console::line);
    }
    console.out().flush();
    return whole.exitCode(requireSometimes);
  }
}
