package dev.meshsim.machine;

import dev.meshsim.bytes.SecretBytes;
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
    for (MachineChange change : MachineChange.checked(changes)) {
      if (change instanceof MachineChange.Put there) {
        put.put(there.key(), kept(there.record()));
      } else {
        removed.add(change.key());
      }
    }
    records.putAll(put);
    removed.forEach(records::remove);
  }

  private MachineRecord kept(MachineRecord record) {
    if (!(record instanceof MachineRecord.Key key)) {
      return record;
    }
    try (SecretBytes der = key.jwk().pkcs8()) {
      PrivateJwk copy = PrivateJwk.fromPkcs8(key.jwk().spec(), der);
      keys.add(copy);
      return new MachineRecord.Key(key.udf(), copy);
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
    keys.forEach(PrivateJwk::close);
    keys.clear();
  }
}
