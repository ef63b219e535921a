package dev.meshsim.sim.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The oracles of one run, each of which sees the events that it wants. */
public final class Oracles {

  /** The most violations that one oracle reports in a run; those after them say the same. */
  private static final int MOST = 5;

  private final Scene scene;
  private final History history;
  private final List<Oracle> oracles;
  private final Set<Violation> violations = new LinkedHashSet<>();
  private final Map<String, Integer> found = new HashMap<>();

  /**
   * Begins to watch a run.
   *
   * @param history the history that {@code scene} gives; every event is added to it
   */
  public Oracles(Scene scene, History history, List<Oracle> oracles) {
    this.scene = scene;
    this.history = history;
    this.oracles = List.copyOf(oracles);
  }

  /** Takes the next event. */
  public void on(SimEvent event) {
    history.add(event, scene);
    for (Oracle oracle : oracles) {
      if (oracle.events().contains(event.getClass())) {
        oracle.on(event, scene, what -> add(oracle, what));
      }
    }
    history.end(event, scene);
  }

  private void add(Oracle oracle, String what) {
    if (found.merge(oracle.name(), 1, Integer::sum) <= MOST) {
      violations.add(new Violation(oracle.name(), history.events(), what));
    }
  }

  /** The violations so far, in the order of the events. */
  public List<Violation> violations() {
    return new ArrayList<>(violations);
  }
}
