package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.Failures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found on the disk: the records, and all that is wrong. */
final class StoreContent {

  private final NavigableMap<RecordKey, MachineRecord> records = new TreeMap<>();
  private final NavigableMap<RecordKey, MeshException> damaged = new TreeMap<>();
  private final List<MeshException> strange = new ArrayList<>();
  private @Nullable MeshException unreadable;

  /** The list of the store is itself wrong, so that nothing is known. */
  void setUnreadable(MeshException problem) {
    unreadable = problem;
  }

  /** Something is wrong that is about no record. */
  void addStrange(MeshException problem) {
    strange.add(problem);
  }

  void put(RecordKey key, MachineRecord record) {
    records.put(key, record);
  }

  /** A record is there and cannot be read. */
  void putDamaged(RecordKey key, MeshException problem) {
    damaged.put(key, problem);
  }

  /** False if the list of the store is wrong. */
  boolean isReadable() {
    return unreadable == null;
  }

  /** True if the list has named this record already. */
  boolean names(RecordKey key) {
    return records.containsKey(key) || damaged.containsKey(key);
  }

  NavigableMap<RecordKey, MachineRecord> records() {
    return Collections.unmodifiableNavigableMap(records);
  }

  /** The record, or what is wrong with it. */
  Optional<MachineRecord> get(RecordKey key) {
    requireReadable();
    MeshException problem = damaged.get(key);
    if (problem != null) {
      throw problem;
    }
    return Optional.ofNullable(records.get(key));
  }

  /** The records of a kind, or what is wrong with the first damaged one. */
  List<MachineRecord> list(RecordKind kind) {
    requireReadable();
    for (RecordKey key : damaged.keySet()) {
      if (key.kind() == kind) {
        throw damaged.get(key);
      }
    }
    return records.values().stream().filter(record -> record.key().kind() == kind).toList();
  }

  private void requireReadable() {
    if (unreadable != null) {
      throw unreadable;
    }
  }

  /** Throws the first of what is wrong. */
  void requireSound() {
    problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  /** All that is wrong, what concerns all records first. */
  List<MeshException> problems() {
    List<MeshException> all = new ArrayList<>();
    if (unreadable != null) {
      all.add(unreadable);
    }
    all.addAll(damaged.values());
    all.addAll(strange);
    return all.stream().flatMap(Failures::withSuppressed).toList();
  }

  /** True if both hold the same records; of keys the public halves, which imply the others. */
  boolean sameAs(StoreContent other) {
    return records.keySet().equals(other.records.keySet())
        && records.keySet().stream()
            .allMatch(key -> same(records.get(key), other.records.get(key)));
  }

  private static boolean same(@Nullable MachineRecord one, @Nullable MachineRecord other) {
    if (one instanceof MachineRecord.Key a && other instanceof MachineRecord.Key b) {
      return a.jwk().publicJwk().equals(b.jwk().publicJwk());
    }
    return Objects.equals(one, other);
  }

  /** The private keys among the records. */
  List<PrivateJwk> keys() {
    return records.values().stream()
        .filter(MachineRecord.Key.class::isInstance)
        .map(record -> ((MachineRecord.Key) record).jwk())
        .toList();
  }

  /** Clears the private keys. */
  void clearKeys() {
    keys().forEach(PrivateJwk::close);
  }
}
