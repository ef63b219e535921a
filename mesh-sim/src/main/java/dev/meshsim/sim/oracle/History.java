package dev.meshsim.sim.oracle;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.oracle.fact.Facts;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.Overlays;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The true history of a run: what each machine's store has acknowledged, and what each machine is
 * doing. It grows with the data of the Mesh, not with the number of events.
 */
public final class History {

  private final Map<String, Map<RecordKey, MachineRecord>> acknowledged = new HashMap<>();
  private final Map<String, Overlays> failed = new HashMap<>();
  private final Map<String, SimEvent.Began> operations = new HashMap<>();
  private final Facts facts = new Facts();
  private Dialect dialect = Dialect.MESH;
  private long events;

  /** The number of events so far; the number of the latest, counted from 1. */
  public long events() {
    return events;
  }

  /** The records that a machine's store has acknowledged, by their keys; a copy. */
  public Map<RecordKey, MachineRecord> acknowledged(String machine) {
    return new TreeMap<>(of(machine));
  }

  /**
   * The records that a machine's store has acknowledged, by their keys; a view. Private keys in it
   * may be cleared.
   */
  public Map<RecordKey, MachineRecord> records(String machine) {
    return Collections.unmodifiableMap(of(machine));
  }

  /** The personal profiles that a machine's store has acknowledged. */
  public List<SignedPersonalProfile> profiles(String machine) {
    List<SignedPersonalProfile> profiles = new ArrayList<>();
    for (MachineRecord record : of(machine).values()) {
      if (record instanceof MachineRecord.Personal personal) {
        profiles.add(personal.signed());
      }
    }
    return profiles;
  }

  /** The version of a personal profile that a machine's store has acknowledged. */
  public Optional<SignedPersonalProfile> profile(String machine, Udf identifier) {
    return of(machine).get(new RecordKey(RecordKind.PERSONAL, identifier.text()))
            instanceof MachineRecord.Personal personal
        ? Optional.of(personal.signed())
        : Optional.empty();
  }

  /** The profile that an account on a machine is bound to; the name is in its canonical form. */
  public Optional<Udf> account(String machine, String account) {
    return of(machine).get(new RecordKey(RecordKind.ACCOUNT, account))
            instanceof MachineRecord.Account bound
        ? Optional.of(bound.profile())
        : Optional.empty();
  }

  /** The ways in which a machine's store may differ from what it has acknowledged. */
  public Overlays overlays(String machine) {
    return failed.computeIfAbsent(machine, name -> new Overlays());
  }

  /** The operation that a machine is at. */
  public Optional<SimEvent.Began> operation(String machine) {
    return Optional.ofNullable(operations.get(machine));
  }

  /** True if a machine is at one of some operations. */
  boolean isAt(String machine, Set<String> words) {
    return operation(machine).map(SimEvent.Began::word).filter(words::contains).isPresent();
  }

  /** The message of an exchange, as the portal saw it. */
  public Message message(SimEvent.Exchanged event) {
    return facts.message(dialect, event.request(), event.response());
  }

  /** The message of a forged request. */
  public Message message(SimEvent.Forged event) {
    return facts.message(dialect, event.request(), event.response());
  }

  /** The message of an exchange, as the machine saw it. */
  public Message message(SimEvent.Received event) {
    return facts.message(dialect, event.request(), event.response());
  }

  /** The content of a version of a personal profile; empty if its payload is not one. */
  public Optional<ProfileFacts> profile(SignedPersonalProfile signed) {
    return facts.profile(signed);
  }

  /** Reads versions and devices. */
  public Facts facts() {
    return facts;
  }

  private Map<RecordKey, MachineRecord> of(String machine) {
    return acknowledged.computeIfAbsent(machine, name -> new TreeMap<>());
  }

  /** Adds an event, before the oracles see it. */
  void add(SimEvent event, Scene scene) {
    events++;
    dialect = scene.dialect();
    if (event instanceof SimEvent.Committed commit) {
      apply(of(commit.machine()), commit.changes());
      overlays(commit.machine()).acknowledged(commit.changes());
    } else if (event instanceof SimEvent.CommitFailed failure) {
      overlays(failure.machine()).failed(failure.changes());
    } else if (event instanceof SimEvent.Replaced replaced) {
      operations.remove(replaced.machine());
      take(replaced.machine(), scene);
    } else if (event instanceof SimEvent.Began began) {
      operations.put(began.machine(), began);
    } else if (event instanceof SimEvent.Ended ended && isErased(ended)) {
      take(ended.began().machine(), scene);
    }
  }

  /** Ends an event, after the oracles have seen it. */
  void end(SimEvent event, Scene scene) {
    if (event instanceof SimEvent.Restarted restarted) {
      operations.remove(restarted.machine());
      take(restarted.machine(), scene);
    } else if (event instanceof SimEvent.Ended ended) {
      operations.remove(ended.began().machine());
    }
  }

  private static boolean isErased(SimEvent.Ended ended) {
    return ended.began().word().equals("eraseTest") && ended.done();
  }

  /** From now on the history has what the store has. */
  private void take(String machine, Scene scene) {
    Collection<MachineRecord> stored;
    try {
      stored = stored(scene.store(machine));
    } catch (MeshException e) {
      // An oracle has seen that the store does not give its records.
      return;
    }
    Map<RecordKey, MachineRecord> records = of(machine);
    records.clear();
    stored.forEach(record -> records.put(record.key(), record));
    failed.remove(machine);
  }

  /** All records of a store. */
  static Collection<MachineRecord> stored(MachineStore store) {
    List<MachineRecord> records = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      records.addAll(store.list(kind));
    }
    return records;
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
