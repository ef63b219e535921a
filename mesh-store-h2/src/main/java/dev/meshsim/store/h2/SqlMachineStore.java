package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.SqlStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A machine's data in a database. A private key is read once and kept until the store closes. */
public final class SqlMachineStore implements MachineStore {

  private final SqlStore store;
  private final StoreMode mode;
  private final Map<Long, PrivateJwk> keys = new HashMap<>();

  public SqlMachineStore(SqlStore store, StoreMode mode) {
    this.store = store;
    this.mode = mode;
  }

  @Override
  public StoreMode mode() {
    return mode;
  }

  @Override
  public Optional<MachineRecord> get(RecordKey key) {
    byte[] name = MachineRows.nameOf(store.place(), key);
    return store.read((session, snapshot) -> MachineRows.get(session, key, name)).map(this::record);
  }

  @Override
  public List<MachineRecord> list(RecordKind kind) {
    Objects.requireNonNull(kind);
    return store.read((session, snapshot) -> MachineRows.list(session, kind)).stream()
        .map(this::record)
        .sorted(Comparator.comparing(MachineRecord::key))
        .toList();
  }

  private MachineRecord record(MachineRows.Row row) {
    try {
      MachineRecord record = RecordJson.read(row.key(), row.content());
      return record instanceof MachineRecord.Key key ? kept(row.id(), key) : record;
    } catch (MeshException | IllegalArgumentException e) {
      throw DatabaseException.badRecord(
          store.place(), row.key().kind() + " " + row.key().name(), e);
    } finally {
      Arrays.fill(row.content(), (byte) 0);
    }
  }

  private MachineRecord kept(long id, MachineRecord.Key key) {
    synchronized (keys) {
      PrivateJwk first = keys.putIfAbsent(id, key.jwk());
      if (first == null) {
        return key;
      }
      key.jwk().close();
      return new MachineRecord.Key(key.udf(), first);
    }
  }

  @Override
  public void commit(List<MachineChange> changes) {
    List<MachineRows.Prepared> prepared = new ArrayList<>();
    try {
      MachineChange.checked(changes)
          .forEach(change -> prepared.add(MachineRows.Prepared.of(store.place(), change)));
      store.write(
          (session, head) -> {
            for (MachineRows.Prepared change : prepared) {
              MachineRows.apply(session, head, change);
            }
            return true;
          });
    } finally {
      prepared.forEach(MachineRows.Prepared::clear);
    }
  }

  @Override
  public List<Finding> check() {
    return store.isClosed()
        ? List.of(MachineStores.closedFinding(store.place()))
        : MachineCheck.of(store);
  }

  @Override
  public void eraseTest() {
    if (mode != StoreMode.TEST) {
      throw MachineException.notTestData();
    }
    store.write(
        (session, head) -> {
          MachineRows.erase(session, head);
          return true;
        });
  }

  @Override
  public void close() {
    store.close();
    synchronized (keys) {
      keys.values().forEach(PrivateJwk::close);
      keys.clear();
    }
  }
}
