package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.results.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked to do besides its scenarios.
 *
 * @param seed every world of the run depends on it
 * @param dialect what everything is written in, instead of each scenario's own
 * @param suite the algorithms instead of each scenario's own, where its dialect has them
 * @param store where the machines keep their data, a name of {@link MachineStores}, or {@value
 *     #ALL_STORES} to run each scenario over every one
 */
public record RunOptions(
    long seed, Optional<Dialect> dialect, Optional<Suite> suite, String store) {

  /** The seed where none is given: the day developer-08 is dated. */
  public static final long DEFAULT_SEED = 20190404;

  /** The store where none is given. */
  public static final String DEFAULT_STORE = RunStore.MEMORY;

  /** Every store there is. */
  public static final String ALL_STORES = "all";

  /** The default seed, each scenario's own dialect and suite, machines in memory. */
  public static final RunOptions DEFAULT =
      new RunOptions(DEFAULT_SEED, Optional.empty(), Optional.empty(), DEFAULT_STORE);

  /**
   * The stores to run over.
   *
   * @throws dev.meshsim.machine.MachineException if there is none of that name
   */
  public List<String> stores() {
    return store.equals(ALL_STORES)
        ? MachineStores.names()
        : List.of(MachineStores.named(store).name());
  }

  /** Why a store that was asked for among all is not run over, by its name. */
  Map<String, String> leftOut() {
    return store.equals(ALL_STORES) ? MachineStores.leftOut() : Map.of();
  }

  /** What a scenario is written in. */
  Dialect dialectOf(Scenario scenario) {
    return dialect.orElse(scenario.dialect());
  }

  /** The algorithms of a scenario: those asked for, its own, or the default of its dialect. */
  Suite suiteOf(Scenario scenario) {
    List<Suite> there = dialectOf(scenario).suites();
    return suite
        .filter(there::contains)
        .or(() -> Optional.of(scenario.suite()).filter(there::contains))
        .orElse(there.get(0));
  }

  /**
   * The command that runs one scenario of this run again, over one store.
   *
   * @param over the store's name
   */
  RepeatCommand repeat(Scenario scenario, String over) {
    String file = scenario.file();
    // The command would take such a name for an option, or for a file of arguments.
    boolean special = file.startsWith("-") || file.startsWith("@");
    List<String> words = new ArrayList<>(List.of(Software.launcher(), "run"));
    words.add(special ? "./" + file : file);
    words.addAll(List.of("--seed", String.valueOf(seed)));
    if (!over.equals(DEFAULT_STORE)) {
      words.addAll(List.of("--store", over));
    }
    dialect.ifPresent(chosen -> words.addAll(List.of("--dialect", chosen.label())));
    suite.ifPresent(chosen -> words.addAll(List.of("--suite", chosen.label())));
    return new RepeatCommand(seed, words);
  }

  /** The options as a run's identity states them. */
  List<String> stated() {
    List<String> stated = new ArrayList<>();
    dialect.ifPresent(chosen -> stated.add("dialect=" + chosen.label()));
    suite.ifPresent(chosen -> stated.add("suite=" + chosen.label()));
    stated.add("store=" + store);
    return stated;
  }
}
