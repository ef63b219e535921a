package com.example;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts its commits. What it holds is in another store, where yours has a disk. */
final class CountedStore implements MachineStore {

  private final MachineStore inner;
  private final AtomicInteger commits = new AtomicInteger();

  CountedStore(MachineStore inner) {
    this.inner = inner;
  }

  int commits() {
    return commits.get();
  }

  @Override
  public StoreMode mode() {
    return inner.mode();
  }

  @Override
  public Optional<MachineRecord> get(RecordKey key) {
    return inner.get(key);
  }

  @Override
  public List<MachineRecord> list(RecordKind kind) {
    return inner.list(kind);
  }

  @Override
  public void commit(List<MachineChange> changes) {
    inner.commit(changes);
    commits.incrementAndGet();
  }

  @Override
  public List<Finding> check() {
    return inner.check();
  }

  @Override
  public void eraseTest() {
    inner.eraseTest();
  }

  @Override
  public void close() {
    inner.close();
  }
}
