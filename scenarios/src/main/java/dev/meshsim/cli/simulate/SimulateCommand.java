package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.Interruption;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Stop;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.SimulationSettings;
import dev.meshsim.scenario.simulation.explore.Exploration;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.oracle.AllOracles;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
  private static final int NEVER_REACHED = 4;

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

  @Option(
      names = "--faults",
      paramLabel = "NAMES|none|all",
      defaultValue = "all",
      description = "The faults that seeds draw from, with commas. Default: ${DEFAULT-VALUE}.")
  private String faults = "all";

  @Option(
      names = "--hostile",
      paramLabel = "NAMES|none|all",
      defaultValue = "none",
      description =
          "The lies of portals that seeds draw from, with commas; docs/threats.md is the table."
              + " Default: ${DEFAULT-VALUE}.")
  private String hostile = "none";

  @Option(
      names = "--oracles",
      paramLabel = "NAMES|none|all",
      defaultValue = "all",
      description = "The oracles that watch, with commas. Default: ${DEFAULT-VALUE}.")
  private String oracles = "all";

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "The number of people. Default: each seed draws 1 to 3.")
  private @Nullable Integer population;

  @Option(
      names = "--operations",
      paramLabel = "N",
      description = "The operations of each person. Default: each seed draws 30 to 120.")
  private @Nullable Integer operations;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      defaultValue = RunStore.MEMORY,
      description = "The store of the machines. Default: ${DEFAULT-VALUE}.")
  private String store = RunStore.MEMORY;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mesh",
      description = "The dialect, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "mesh";

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      description = "The algorithms, P-256 for example.")
  private @Nullable String suite;

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
    Seeds range =
        seeds == null ? new Seeds(1, time == null ? 100 : Long.MAX_VALUE) : Seeds.parse(seeds);
    SimulationSettings settings = settings();
    int parallel = positive("--jobs", jobs).orElse(Runtime.getRuntime().availableProcessors());
    if (jobs != null && !explore.isEmpty()) {
      throw new InputException(
          "--jobs: --explore makes one run after another, since each decides the next",
          "leave --jobs out, or explore other scenarios in another process");
    }
    Path results = out == null ? usual() : out;
    if (!explore.isEmpty()) {
      return explore(settings, range, results, parallel);
    }
    Stop stop = new Stop();
    // The last to be closed: the process may end when the directory of the stores is gone.
    try (Interruption signals = Interruption.of(stop);
        SimulationPlace place = SimulationPlace.in(results)) {
      Simulation simulation = new Simulation(settings, place.stores(), parallel);
      SeedReport report =
          new SeedReport(console, simulation, results, store, verbose || range.isOne(), twice);
      Ensemble ensemble = new Ensemble(settings.faults());
      Instant begin = clock.now();
      Duration limit = time == null ? Duration.ofDays(10_000) : RealTime.parse(time);
      simulation.run(
          range.stream(),
          () ->
              stop.reason().isPresent()
                  || Duration.between(begin, clock.now()).compareTo(limit) >= 0,
          result -> {
            ensemble.add(result);
            report.add(result);
          });
      stop.reason().ifPresent(why -> console.note("stopped by " + why + " before all seeds"));
      return end(ensemble, report, Duration.between(begin, clock.now()));
    }
  }

  private int explore(SimulationSettings settings, Seeds range, Path results, int parallel) {
    positive("--budget", budget);
    List<Case> cases = ExploreReport.cases(explore, console.errors()::println);
    if (cases.isEmpty()) {
      return CommandLine.ExitCode.USAGE;
    }
    long seed = seeds == null ? RunOptions.DEFAULT_SEED : range.first();
    try (SimulationPlace place = SimulationPlace.in(results)) {
      Simulation simulation = new Simulation(settings, place.stores(), parallel);
      SeedReport findings = new SeedReport(console, simulation, results, store, false, false);
      ExploreReport report =
          new ExploreReport(
              console,
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
    ensemble.lines(real).forEach(console::line);
    List<String> never = ensemble.neverReached();
    if (!never.isEmpty()) {
      console.line("never reached: " + String.join(", ", never));
    }
    List<String> absent = ensemble.neverHappened();
    if (!absent.isEmpty()) {
      console.line("never happened: " + String.join(", ", absent));
    }
    console.line("digest " + ensemble.digest());
    console.line(
        report.findings() == 0
            ? "no finding"
            : report.findings() + (report.findings() == 1 ? " seed" : " seeds") + " with findings");
    console.out().flush();
    if (report.findings() > 0) {
      return FINDING;
    }
    return requireSometimes && !(never.isEmpty() && absent.isEmpty()) ? NEVER_REACHED : 0;
  }

  private SimulationSettings settings() {
    Dialect chosen = Dialect.named(dialect);
    Suite algorithms = suite == null ? Suites.defaultOf(chosen) : Suite.named(suite);
    RunStore.named(store);
    List<String> names =
        Names.of(
            "--faults", faults, "fault", Arrays.stream(Fault.values()).map(Fault::label).toList());
    return new SimulationSettings(
        chosen,
        algorithms,
        store,
        names.stream().map(name -> Fault.named(name).orElseThrow()).toList(),
        Names.of(
            "--hostile",
            hostile,
            "lie",
            Arrays.stream(HostileBehaviour.values()).map(HostileBehaviour::label).toList()),
        positive("--population", population),
        positive("--operations", operations),
        Names.of("--oracles", oracles, "oracle", AllOracles.names()));
  }

  private static OptionalInt positive(String option, @Nullable Integer value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 1) {
      throw new InputException(
          option + " takes 1 or more, not " + value, "leave it out, or write 1");
    }
    return OptionalInt.of(value);
  }
}
