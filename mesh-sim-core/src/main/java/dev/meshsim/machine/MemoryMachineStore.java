package dev.meshsim.machine;

import dev.meshsim.log.Finding;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A store that forgets everything when it is closed. */
public final class MemoryMachineStore implements MachineStore {

  private final StoreMode mode;
  private final NavigableMap<RecordKey, MachineRecord> records = new TreeMap<>();

  /** An empty store. */
  public MemoryMachineStore(StoreMode mode) {
    this.mode = mode;
  }

  @Override
  public StoreMode mode() {
    return mode;
  }

  @Override
  public synchronized Optional<MachineRecord> get(RecordKey key) {
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public synchronized List<MachineRecord> list(RecordKind kind) {
    return records.values().stream().filter(record -> record.key().kind() == kind).toList();
  }

  @Override
  public synchronized void commit(List<MachineChange> changes) {
    for (MachineChange change : changes) {
      if (change instanceof MachineChange.Put put) {
        records.put(put.key(), put.record());
      } else {
        records.remove(change.key());
      }
    }
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public synchronized void eraseTest() {
    if (mode != StoreMode.TEST) {
      throw MachineException.notTestData();
    }
    records.clear();
  }

  @Override
  public void close() {
    // What the machine's sessions still hold keeps working; there is nothing to give up.
  }
}
