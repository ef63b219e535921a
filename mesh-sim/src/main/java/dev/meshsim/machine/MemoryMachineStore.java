package dev.meshsim.machine;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.store.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A machine store in memory; its data ends with it. */
public final class MemoryMachineStore implements MachineStore {

  private final StoreMode mode;
  private final NavigableMap<RecordKey, MachineRecord> records = new TreeMap<>();
  private final List<PrivateJwk> keys = new ArrayList<>();
  private boolean closed;

  /** An empty store. */
  public MemoryMachineStore(StoreMode mode) {
    this.mode = Objects.requireNonNull(mode);
  }

  @Override
  public StoreMode mode() {
    return mode;
  }

  @Override
  public synchronized Optional<MachineRecord> get(RecordKey key) {
    requireOpen();
    return Optional.ofNullable(records.get(Objects.requireNonNull(key)));
  }

  @Override
  public synchronized List<MachineRecord> list(RecordKind kind) {
    requireOpen();
    Objects.requireNonNull(kind);
    return records.values().stream().filter(record -> record.key().kind() == kind).toList();
  }

  @Override
  public synchronized void commit(List<MachineChange> changes) {
    requireOpen();
    Map<RecordKey, MachineRecord> put = new HashMap<>();
    List<RecordKey> removed = new ArrayList<>();
    try {
      for (MachineChange change : MachineChange.checked(changes)) {
        if (change instanceof MachineChange.Put there) {
          MachineRecord old = records.get(there.key());
          put.put(there.key(), HeldKeys.copyOf(there.record(), old, keys));
        } else {
          removed.add(change.key());
        }
      }
      records.putAll(put);
      removed.forEach(records::remove);
    } finally {
      HeldKeys.clearAllBut(records.values(), keys);
    }
  }

  @Override
  public synchronized List<Finding> check() {
    return closed
        ? List.of(MachineStores.closedFinding("memory"))
        : RecordSignatures.findings(records.values(), record -> "memory");
  }

  @Override
  public synchronized void eraseTest() {
    requireOpen();
    if (mode != StoreMode.TEST) {
      throw MachineException.notTestData();
    }
    records.clear();
    HeldKeys.clearAllBut(List.of(), keys);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this store was closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    records.clear();
    HeldKeys.clearAllBut(List.of(), keys);
  }
}
