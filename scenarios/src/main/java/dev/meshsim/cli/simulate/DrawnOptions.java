package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.simulation.SimulationSettings;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.oracle.AllOracles;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a simulation draws from, and what watches it. */
public final class DrawnOptions {

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
      names = "--logs",
      paramLabel = "none|alone|watched|drawn",
      defaultValue = "drawn",
      description =
          "The verifiable logs of the portals: none, with the clients alone, watched by witnesses"
              + " and other portals too, or as each seed draws. Default: ${DEFAULT-VALUE}.")
  private String logs = "drawn";

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

  /** The default of each option. */
  public DrawnOptions() {}

  /** The name of the machines' store. */
  public String store() {
    return store;
  }

  /** The settings that the options give. */
  public SimulationSettings settings() {
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
        log(),
        Names.of("--oracles", oracles, "oracle", AllOracles.names()));
  }

  private LogChoice log() {
    return LogChoice.named(logs)
        .orElseThrow(
            () ->
                new InputException(
                    "--logs takes one of "
                        + String.join(", ", LogChoice.labels())
                        + ", not "
                        + Quote.brief(logs),
                    DidYouMean.hint(logs, LogChoice.labels(), "leave it out for drawn")));
  }

  /** A number of at least 1, if the option is given. */
  public static OptionalInt positive(String option, @Nullable Integer value) {
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
