package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.HeldKeys;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.ChangeCounter;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.GroupWriter;
import dev.meshsim.store.h2.database.Schema;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * A machine's data in a database. A private key that was read is held until the store closes or a
 * commit removes or replaces it. Reads of keys and the clearing after a commit exclude each other,
 * so that a read of an earlier snapshot does not bring a removed key back.
 */
@API(status = API.Status.INTERNAL)
public final class SqlMachineStore implements MachineStore {

  private final SqlStore store;
  private final StoreMode mode;
  private final Map<RecordKey, PrivateJwk> keys = new HashMap<>();
  private final ReadWriteLock keysLock = new ReentrantReadWriteLock();

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
    return reading(
        () ->
            store
                .read((session, snapshot) -> MachineRows.get(session, key, name))
                .map(this::record));
  }

  @Override
  public List<MachineRecord> list(RecordKind kind) {
    Objects.requireNonNull(kind);
    return reading(
        () ->
            store.read((session, snapshot) -> MachineRows.list(session, kind)).stream()
                .map(this::record)
                .sorted(Comparator.comparing(MachineRecord::key))
                .toList());
  }

  private <T> T reading(Supplier<T> read) {
    keysLock.readLock().lock();
    try {
      return read.get();
    } finally {
      keysLock.readLock().unlock();
    }
  }

  private MachineRecord record(MachineRows.Row row) {
    try {
      MachineRecord record = RecordJson.read(row.key(), row.content());
      return record instanceof MachineRecord.Key key ? kept(key) : record;
    } catch (MeshException | IllegalArgumentException e) {
      throw DatabaseException.badRecord(
          store.place(), row.key().kind() + " " + row.key().name(), e);
    } finally {
      Arrays.fill(row.content(), (byte) 0);
    }
  }

  private MachineRecord kept(MachineRecord.Key key) {
    synchronized (keys) {
      PrivateJwk held = keys.get(key.key());
      if (held != null && HeldKeys.isSame(held, key.jwk())) {
        key.jwk().close();
        return new MachineRecord.Key(key.udf(), held);
      }
      keys.put(key.key(), key.jwk());
      if (held != null) {
        held.close();
      }
      return key;
    }
  }

  @Override
  public void commit(List<MachineChange> changes) {
    List<MachineRows.Prepared> prepared = new ArrayList<>();
    try {
      MachineChange.checked(changes)
          .forEach(change -> prepared.add(MachineRows.Prepared.of(store.place(), change)));
      GroupWriter.Unit unit =
          (session, head) -> {
            boolean keysDeleted = false;
            for (MachineRows.Prepared change : prepared) {
              keysDeleted |= MachineRows.apply(session, head, change);
            }
            erase(keysDeleted, session, head);
            return true;
          };
      if (changes.stream().anyMatch(SqlMachineStore::mayDeleteKey)) {
        store.writeAndErase(unit);
      } else {
        store.write(unit);
      }
      clearChanged(changes);
    } finally {
      prepared.forEach(MachineRows.Prepared::clear);
    }
  }

  private static boolean mayDeleteKey(MachineChange change) {
    return change.key().kind() == RecordKind.PRIVATE_KEY && !(change instanceof MachineChange.Put);
  }

  private void erase(boolean due, Session session, ChangeCounter head) throws SQLException {
    if (due && store.erases()) {
      session.update(Schema.ERASE, head.last());
    }
  }

  /** Clears the held keys that were removed, or replaced by another key. */
  private void clearChanged(List<MachineChange> changes) {
    clear(
        held ->
            changes.stream()
                .filter(change -> change.key().equals(held.getKey()))
                .anyMatch(change -> !puts(change, held.getValue())));
  }

  private static boolean puts(MachineChange change, PrivateJwk held) {
    return change instanceof MachineChange.Put put
        && put.record() instanceof MachineRecord.Key key
        && HeldKeys.isSame(key.jwk(), held);
  }

  private void clear(Predicate<Map.Entry<RecordKey, PrivateJwk>> wanted) {
    keysLock.writeLock().lock();
    try {
      synchronized (keys) {
        List<Map.Entry<RecordKey, PrivateJwk>> found =
            keys.entrySet().stream().filter(wanted).toList();
        found.forEach(held -> held.getValue().close());
        keys.entrySet().removeAll(found);
      }
    } finally {
      keysLock.writeLock().unlock();
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
    store.writeAndErase(
        (session, head) -> {
          erase(MachineRows.erase(session, head), session, head);
          return true;
        });
    clear(held -> true);
  }

  @Override
  public void close() {
    store.close();
    clear(held -> true);
  }
}
