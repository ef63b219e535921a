package com.example;

import dev.meshsim.machine.ForwardingMachineStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts its commits. What it holds is in another store, where yours has a disk. */
final class CountedStore extends ForwardingMachineStore {

  private final AtomicInteger commits = new AtomicInteger();

  CountedStore(MachineStore inner) {
    super(inner);
  }

  int commits() {
    return commits.get();
  }

  @Override
  public void commit(List<MachineChange> changes) {
    super.commit(changes);
    commits.incrementAndGet();
  }
}
