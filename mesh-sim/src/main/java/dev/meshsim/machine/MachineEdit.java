package dev.meshsim.machine;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of a machine's data that are made together or not at all. Used once, by one thread. */
public final class MachineEdit {

  private final MeshMachine machine;
  private final Map<RecordKey, MachineChange> changes = new LinkedHashMap<>();

  MachineEdit(MeshMachine machine) {
    this.machine = machine;
  }

  /** Puts a record in place of one with its key. */
  public MachineEdit put(MachineRecord record) {
    changes.put(record.key(), new MachineChange.Put(record));
    return this;
  }

  /** Puts a private key under the fingerprint that {@code dialect} gives its public key. */
  public MachineEdit putKey(Dialect dialect, PrivateJwk key) {
    return put(new MachineRecord.Key(dialect.fingerprint(key.publicJwk()), key));
  }

  /** Makes {@code name} the default of its kind, unless there is one already. */
  public MachineEdit putDefaultIfNone(RecordKind kind, String name) {
    RecordKey key = new RecordKey(RecordKind.DEFAULT, kind.name());
    if (machine.defaultOf(kind).isEmpty() && !changes.containsKey(key)) {
      put(new MachineRecord.Default(kind, name));
    }
    return this;
  }

  /** Removes a record. */
  public MachineEdit remove(RecordKind kind, String name) {
    RecordKey key = new RecordKey(kind, name);
    changes.put(key, new MachineChange.Remove(key));
    return this;
  }

  /** True if nothing would change. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Makes the changes. */
  public void commit() {
    machine.store().commit(List.copyOf(changes.values()));
  }
}
