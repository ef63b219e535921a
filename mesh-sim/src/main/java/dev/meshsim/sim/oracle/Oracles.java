package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
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
        look(oracle, event);
      }
    }
    history.end(event, scene);
  }

  private void look(Oracle oracle, SimEvent event) {
    try {
      oracle.on(event, scene, what -> add(oracle.name(), what));
    } catch (MeshException e) {
      // A store whose disk has failed gives nothing until its program starts again.
      if (oracle instanceof DurableOracle || event instanceof SimEvent.Settled) {
        String what = "a store does not give its records: " + e.code() + ", " + e.problem();
        add(DurableOracle.NAME, what);
      }
    }
  }

  private void add(String oracle, String what) {
    if (found.merge(oracle, 1, Integer::sum) <= MOST) {
      violations.add(new Violation(oracle, history.events(), what));
    }
  }

  /** The violations so far, in the order of the events. */
  public List<Violation> violations() {
    return new ArrayList<>(violations);
  }
}
