package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.StepKinds;
import dev.meshsim.sim.oracle.Oracles;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The operations, faults and reached states of a run, counted by their names. */
final class RunCounts {

  private final SortedMap<String, Integer> operations = new TreeMap<>();
  private final SortedMap<String, Integer> faults = new TreeMap<>();
  private final SortedMap<String, Integer> reached = new TreeMap<>();
  private LongAdder total = new LongAdder();

  /** Adds the operations from now on to a counter of many runs too. */
  void addTo(LongAdder counter) {
    total = counter;
  }

  /** Counts an event. */
  void on(SimEvent event) {
    if (event instanceof SimEvent.Ended ended) {
      if (isOperation(ended.began())) {
        operations.merge(ended.began().word(), 1, Integer::sum);
        total.increment();
      }
      Sometimes.of(ended).forEach(name -> reached.merge(name, 1, Integer::sum));
    } else if (event instanceof SimEvent.Faulted faulted) {
      faults.merge(faulted.fault(), 1, Integer::sum);
    }
  }

  /** The draws of a run, and the number of its portals' records at the end if all is well. */
  static List<String> lines(Swarm swarm, Oracles oracles, Scene scene) {
    List<String> lines = new ArrayList<>(swarm.lines());
    if (oracles.violations().isEmpty()) {
      long records =
          scene.portals().stream()
              .mapToLong(portal -> scene.portalStore(portal).tree().size())
              .sum();
      lines.add(String.format(Locale.ROOT, "at the end the portals have %,d records", records));
    }
    return lines;
  }

  /** True for a call of the API; false for what is done to the surroundings. */
  private static boolean isOperation(SimEvent.Began began) {
    return StepKinds.named(began.word()).orElseThrow().surroundings().isEmpty()
        && !began.machine().isEmpty();
  }

  SortedMap<String, Integer> operations() {
    return operations;
  }

  SortedMap<String, Integer> faults() {
    return faults;
  }

  SortedMap<String, Integer> reached() {
    return reached;
  }
}
