package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.protect.Protection;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.conformance.Outside;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.surroundings.Disks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a run.
 *
 * @param seed the seed from which every scenario's world is derived
 * @param dialect the dialect of all scenarios that do not fix another; the others are left out
 * @param suite the algorithms of all scenarios that do not fix others and whose dialect has them;
 *     the others are left out
 * @param store the store of the machines, a name of {@link MachineStores}, or {@value #ALL_STORES}
 *     to run each scenario over every store
 * @param portal the link to the portals, {@value #DIRECT}, {@value #HTTP}, or the address of a
 *     portal that somebody else runs
 * @param encoding the encoding of messages
 * @param protection the protection of messages between machines and portals
 */
public record RunOptions(
    long seed,
    Optional<Dialect> dialect,
    Optional<Suite> suite,
    String store,
    String portal,
    Encoding encoding,
    Protection protection) {

  /** The default seed: the date of developer-08. */
  public static final long DEFAULT_SEED = 20190404;

  /** The default store. */
  public static final String DEFAULT_STORE = RunStore.MEMORY;

  /** The name that means every store. */
  public static final String ALL_STORES = "all";

  /** The link of machines and portals in one process. */
  public static final String DIRECT = "direct";

  /** The link over HTTP, to servers that the run starts. */
  public static final String HTTP = "http";

  /** Options for messages in JSON, without protection. */
  public RunOptions(
      long seed, Optional<Dialect> dialect, Optional<Suite> suite, String store, String portal) {
    this(seed, dialect, suite, store, portal, Encoding.JSON, Protection.NONE);
  }

  /** Options for portals in the same process. */
  public RunOptions(long seed, Optional<Dialect> dialect, Optional<Suite> suite, String store) {
    this(seed, dialect, suite, store, DIRECT);
  }

  /** The default seed, each scenario's own dialect and suite, machines in memory. */
  public static final RunOptions DEFAULT =
      new RunOptions(DEFAULT_SEED, Optional.empty(), Optional.empty(), DEFAULT_STORE);

  /** True if somebody else runs the portal. */
  boolean isElsewhere() {
    return !portal.equals(DIRECT) && !portal.equals(HTTP);
  }

  /**
   * The stores to run over.
   *
   * @throws dev.meshsim.machine.MachineException if there is no store of that name
   */
  public List<String> stores() {
    return store.equals(ALL_STORES)
        ? MachineStores.names()
        : List.of(MachineStores.named(store).name());
  }

  /**
   * The name of a case in the reports: {@code name@store}, or only the name if there is one store
   * or it is memory.
   *
   * @param over the store's name
   */
  public String label(Case one, String over) {
    boolean single = !store.equals(ALL_STORES);
    return single || over.equals(DEFAULT_STORE) ? one.name() : one.name() + "@" + over;
  }

  /** The reason why a store is left out of a run over all stores, by the store's name. */
  Map<String, String> leftOut() {
    return store.equals(ALL_STORES) ? MachineStores.leftOut() : Map.of();
  }

  /**
   * The reason why a scenario cannot be run with these options: they contradict its own dialect,
   * algorithms or logs, so it would show something else under its name, or the store lacks what it
   * needs. Empty if it can.
   *
   * @param over the name of the store, one of those of a run over all
   */
  Optional<String> inapplicable(Scenario scenario, String over) {
    Dialect wanted = dialectOf(scenario);
    if (isElsewhere()) {
      Optional<String> inside = Outside.reason(scenario, wanted);
      if (inside.isPresent()) {
        return inside;
      }
    }
    if (wanted != scenario.dialect()) {
      if (scenario.fixed().contains("dialect")) {
        return Optional.of(
            "its dialect is " + scenario.dialect().label() + ", not " + wanted.label());
      } else if (scenario.fixed().contains("logs")) {
        return Optional.of("its logs are written in " + scenario.dialect().label());
      }
    }
    if (scenario.needs().contains(Need.DISK) && !Disks.have(over)) {
      return Optional.of("the store " + over + " cannot be on a simulated disk");
    }
    boolean rots = scenario.steps().stream().anyMatch(step -> step.kind().word().equals("rot"));
    if (rots && !Disks.findWrongBits(over)) {
      return Optional.of("the store " + over + " has no check of its files against wrong bits");
    }
    boolean fixed = scenario.fixed().contains("suite");
    if (fixed && !wanted.suites().contains(scenario.suite())) {
      return Optional.of(
          "its suite is " + scenario.suite().label() + ", which " + wanted.label() + " lacks");
    } else if (fixed && suite.isPresent() && suite.get() != scenario.suite()) {
      return Optional.of(
          "its suite is " + scenario.suite().label() + ", not " + suite.get().label());
    }
    return suite
        .filter(chosen -> !wanted.suites().contains(chosen))
        .map(chosen -> "its dialect, " + wanted.label() + ", lacks the suite " + chosen.label());
  }

  /** The dialect of a scenario: the option, or its own. */
  Dialect dialectOf(Scenario scenario) {
    return dialect.orElse(scenario.dialect());
  }

  /** The algorithms of a scenario: the option, its own, or the default of its dialect. */
  Suite suiteOf(Scenario scenario) {
    List<Suite> there = dialectOf(scenario).suites();
    return suite
        .filter(there::contains)
        .or(() -> Optional.of(scenario.suite()).filter(there::contains))
        .orElse(there.get(0));
  }

  /** The store, formats and seed of a scenario over one store. */
  ScenarioInfo.Setting settingOf(Scenario scenario, String over) {
    return new ScenarioInfo.Setting(
        over, dialectOf(scenario).label(), suiteOf(scenario).label(), seed);
  }

  /**
   * A case as the reports know it.
   *
   * @param label its name in the run
   * @param over the store's name
   */
  ScenarioInfo info(Case one, String label, String over) {
    return new ScenarioInfo(
        label,
        one.name(),
        one.scenario().row(),
        one.file(),
        one.line(),
        one.scenario().purpose(),
        one.tags(),
        settingOf(one.scenario(), over));
  }

  /**
   * The command that runs one case of this run again, over one store.
   *
   * @param over the store's name
   */
  RepeatCommand repeat(Case one, String over) {
    return repeat(
        one.line().isPresent() ? one.file() + ":" + one.line().getAsInt() : one.file(), over);
  }

  /**
   * The command that runs a file again with these options.
   *
   * @param file as the user may write it, perhaps with a line
   * @param over the store
   */
  public RepeatCommand repeat(String file, String over) {
    // The command would take such a name for an option, or for a file of arguments.
    boolean special = file.startsWith("-") || file.startsWith("@");
    List<String> words = new ArrayList<>(List.of(Software.launcher(), "run"));
    words.add(special ? "./" + file : file);
    words.addAll(List.of("--seed", String.valueOf(seed)));
    if (!over.equals(DEFAULT_STORE)) {
      words.addAll(List.of("--store", over));
    }
    if (!portal.equals(DIRECT)) {
      words.addAll(List.of("--portal", portal));
    }
    if (encoding != Encoding.JSON) {
      words.addAll(List.of("--encoding", encoding.label()));
    }
    if (protection != Protection.NONE) {
      words.addAll(List.of("--protect", protection.label()));
    }
    dialect.ifPresent(chosen -> words.addAll(List.of("--dialect", chosen.label())));
    suite.ifPresent(chosen -> words.addAll(List.of("--suite", chosen.label())));
    return new RepeatCommand(seed, words);
  }

  /** The options and arguments as the record of the cases has them, for a later run. */
  Map<String, Object> recorded(List<String> arguments) {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("arguments", arguments);
    recorded.put("seed", seed);
    dialect.ifPresent(chosen -> recorded.put("dialect", chosen.label()));
    suite.ifPresent(chosen -> recorded.put("suite", chosen.label()));
    recorded.put("store", store);
    recorded.put("portal", portal);
    recorded.put("encoding", encoding.label());
    recorded.put("protect", protection.label());
    return recorded;
  }

  /** The options as a run's identity states them. */
  List<String> stated() {
    List<String> stated = new ArrayList<>();
    dialect.ifPresent(chosen -> stated.add("dialect=" + chosen.label()));
    suite.ifPresent(chosen -> stated.add("suite=" + chosen.label()));
    stated.add("store=" + store);
    if (!portal.equals(DIRECT)) {
      stated.add("portal=" + portal);
    }
    if (encoding != Encoding.JSON) {
      stated.add("encoding=" + encoding.label());
    }
    if (protection != Protection.NONE) {
      stated.add("protect=" + protection.label());
    }
    return stated;
  }
}
