package dev.meshsim.sim.oracle.fact;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ways in which a store may differ from what it has acknowledged: each failed commit was made
 * whole or not at all. An overlay has the records of the failed commits that were made; a record
 * that one of them removed is empty.
 */
public final class Overlays {

  /** The most overlays; further failed commits leave the store unknown. */
  private static final int MOST = 256;

  private Set<Map<RecordKey, Optional<MachineRecord>>> all = Set.of(Map.of());
  private boolean unknown;

  /** A commit that has failed: there as a whole or not at all. */
  public void failed(List<MachineChange> changes) {
    Set<Map<RecordKey, Optional<MachineRecord>>> next = new HashSet<>(all);
    for (Map<RecordKey, Optional<MachineRecord>> overlay : all) {
      Map<RecordKey, Optional<MachineRecord>> with = new TreeMap<>(overlay);
      changes.forEach(change -> with.put(change.key(), after(change)));
      next.add(with);
    }
    unknown |= next.size() > MOST;
    all = unknown ? Set.of(Map.of()) : next;
  }

  /** A commit that was acknowledged: its records are known again. */
  public void acknowledged(List<MachineChange> changes) {
    if (all.size() == 1 && all.iterator().next().isEmpty()) {
      return;
    }
    Set<Map<RecordKey, Optional<MachineRecord>>> next = new HashSet<>();
    for (Map<RecordKey, Optional<MachineRecord>> overlay : all) {
      Map<RecordKey, Optional<MachineRecord>> left = new TreeMap<>(overlay);
      changes.forEach(change -> left.remove(change.key()));
      next.add(left);
    }
    all = next;
  }

  private static Optional<MachineRecord> after(MachineChange change) {
    return change instanceof MachineChange.Put put ? Optional.of(put.record()) : Optional.empty();
  }

  /** True if too many commits have failed for the store to be compared. */
  public boolean unknown() {
    return unknown;
  }

  /** True if no commit has failed. */
  public boolean none() {
    return !unknown && all.size() == 1;
  }

  /**
   * The difference between a store and what it may hold; empty if it holds what one overlay on the
   * acknowledged records says. Of several overlays the one that differs least counts.
   *
   * @param stored all records of the store
   */
  public List<String> differences(
      Map<RecordKey, MachineRecord> acknowledged, Collection<MachineRecord> stored) {
    if (unknown) {
      return List.of();
    }
    Map<RecordKey, MachineRecord> found = new TreeMap<>();
    stored.forEach(record -> found.put(record.key(), record));
    List<String> least = null;
    for (Map<RecordKey, Optional<MachineRecord>> overlay : all) {
      Map<RecordKey, MachineRecord> expected = new TreeMap<>(acknowledged);
      overlay.forEach(
          (key, record) ->
              record.ifPresentOrElse(
                  there -> expected.put(key, there), () -> expected.remove(key)));
      List<String> differences = differences(expected, found);
      if (least == null || differences.size() < least.size()) {
        least = differences;
      }
    }
    return least == null ? List.of() : least;
  }

  private static List<String> differences(
      Map<RecordKey, MachineRecord> expected, Map<RecordKey, MachineRecord> found) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (key, record) -> {
          MachineRecord there = found.get(key);
          if (there == null) {
            differences.add("the " + name(key) + " is lost");
          } else if (!isSame(record, there)) {
            differences.add("the " + name(key) + " is another than the one committed last");
          }
        });
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> differences.add("the " + name(key) + " is there"));
    return differences;
  }

  private static String name(RecordKey key) {
    return "record " + key.kind() + " " + key.name();
  }

  /**
   * True if two records are equal. A private key is the same if its fingerprint is: a record checks
   * its pair when it is read.
   */
  public static boolean isSame(MachineRecord one, MachineRecord other) {
    return one instanceof MachineRecord.Key
        ? other instanceof MachineRecord.Key && one.key().equals(other.key())
        : one.equals(other);
  }
}
