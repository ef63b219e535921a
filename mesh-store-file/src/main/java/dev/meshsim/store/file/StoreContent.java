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

/** The result of reading a store: its records and all problems. */
final class StoreContent {

  private final NavigableMap<RecordKey, MachineRecord> records = new TreeMap<>();
  private final NavigableMap<RecordKey, MeshException> damaged = new TreeMap<>();
  private final List<MeshException> strange = new ArrayList<>();
  private @Nullable MeshException unreadable;

  /** Records a problem of the index itself, without which no record is known. */
  void setUnreadable(MeshException problem) {
    unreadable = problem;
  }

  /** Records a problem that concerns no single record. */
  void addStrange(MeshException problem) {
    strange.add(problem);
  }

  void put(RecordKey key, MachineRecord record) {
    records.put(key, record);
  }

  /** Records that a record cannot be read. */
  void putDamaged(RecordKey key, MeshException problem) {
    damaged.put(key, problem);
  }

  /** False if the index of the store is damaged. */
  boolean isReadable() {
    return unreadable == null;
  }

  /** True if the index has named this record already. */
  boolean names(RecordKey key) {
    return records.containsKey(key) || damaged.containsKey(key);
  }

  NavigableMap<RecordKey, MachineRecord> records() {
    return Collections.unmodifiableNavigableMap(records);
  }

  /** Returns a record, or throws its problem. */
  Optional<MachineRecord> get(RecordKey key) {
    requireReadable();
    MeshException problem = damaged.get(key);
    if (problem != null) {
      throw problem;
    }
    return Optional.ofNullable(records.get(key));
  }

  /** Returns the records of a kind, or throws the problem of the first damaged one. */
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

  /** Throws the first problem, if there is one. */
  void requireSound() {
    problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  /** All problems, those of the whole store first. */
  List<MeshException> problems() {
    List<MeshException> all = new ArrayList<>();
    if (unreadable != null) {
      all.add(unreadable);
    }
    all.addAll(damaged.values());
    all.addAll(strange);
    return all.stream().flatMap(Failures::withSuppressed).toList();
  }

  /** True if both hold equal records; keys are compared by their public halves, which suffice. */
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
