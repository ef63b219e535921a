package dev.meshsim.sim.oracle;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The true history of a run: what each machine's store has acknowledged. It grows with the data of
 * the Mesh, not with the number of events.
 */
public final class History {

  private final Map<String, Map<RecordKey, MachineRecord>> acknowledged = new HashMap<>();
  private long events;

  /** The number of events so far; the number of the latest, counted from 1. */
  public long events() {
    return events;
  }

  /** The records that a machine's store has acknowledged, by their keys; a copy. */
  public Map<RecordKey, MachineRecord> acknowledged(String machine) {
    return new TreeMap<>(of(machine));
  }

  private Map<RecordKey, MachineRecord> of(String machine) {
    return acknowledged.computeIfAbsent(machine, name -> new TreeMap<>());
  }

  /** Adds an event. */
  void add(SimEvent event, Scene scene) {
    events++;
    if (event instanceof SimEvent.Committed commit) {
      apply(of(commit.machine()), commit.changes());
    } else if (event instanceof SimEvent.Replaced replaced) {
      Map<RecordKey, MachineRecord> records = of(replaced.machine());
      records.clear();
      for (RecordKind kind : RecordKind.values()) {
        scene.store(replaced.machine()).list(kind).forEach(r -> records.put(r.key(), r));
      }
    }
  }

  private static void apply(Map<RecordKey, MachineRecord> records, Iterable<MachineChange> all) {
    for (MachineChange change : all) {
      if (change instanceof MachineChange.Put put) {
        records.put(put.key(), put.record());
      } else {
        records.remove(change.key());
      }
    }
  }
}
