package dev.meshsim.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a scenario has sent and shown, with what a transcript says about the scenario.
 *
 * @param scenario the scenario's name
 * @param purpose its purpose line
 * @param setting its store, dialect, algorithms and seed
 * @param cast its machines, portals and keys
 * @param exchanges every exchange, in order
 * @param displays secrets that the scenario asks to have printed, in order
 */
public record ScenarioTrace(
    String scenario,
    String purpose,
    ScenarioInfo.Setting setting,
    Cast cast,
    List<TracedExchange> exchanges,
    List<Display> displays) {

  /**
   * The parties of a scenario.
   *
   * @param machines the machines, in the scenario's order
   * @param portals the domains of the portals, in the scenario's order; at least one
   * @param keyNames what a key is, {@code phone's encryption key}, by its fingerprint
   * @param commits the changes of the machines' stores, in order of time
   */
  public record Cast(
      List<String> machines,
      List<String> portals,
      Map<String, String> keyNames,
      List<StoreCommit> commits) {

    /** Copies and sorts. */
    public Cast {
      machines = List.copyOf(machines);
      portals = List.copyOf(portals);
      keyNames = Collections.unmodifiableMap(new TreeMap<>(keyNames));
      commits = List.copyOf(commits);
    }
  }

  /** Copies the lists. */
  public ScenarioTrace {
    exchanges = List.copyOf(exchanges);
    displays = List.copyOf(displays);
  }

  /** The domain of the first portal. */
  public String portal() {
    return cast.portals().get(0);
  }

  /** The label of the dialect that everything is written in. */
  public String dialect() {
    return setting.dialect();
  }

  /** The label of the algorithms. */
  public String suite() {
    return setting.suite();
  }

  /** The run's seed. */
  public long seed() {
    return setting.seed();
  }
}
