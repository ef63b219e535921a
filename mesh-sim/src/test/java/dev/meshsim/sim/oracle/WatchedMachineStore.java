package dev.meshsim.sim.oracle;

import dev.meshsim.machine.ForwardingMachineStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import java.util.List;
import java.util.function.Consumer;

/** A machine's store that reports its commits as events, and whose next commit may fail. */
final class WatchedMachineStore extends ForwardingMachineStore {

  /** The fate of a commit. */
  enum Fate {
    DONE,
    FAILED_BUT_THERE,
    FAILED_AND_ABSENT
  }

  final MachineStore store;
  private final String machine;
  private final Consumer<SimEvent> events;
  Fate next = Fate.DONE;

  WatchedMachineStore(MachineStore store, String machine, Consumer<SimEvent> events) {
    super(store);
    this.store = store;
    this.machine = machine;
    this.events = events;
  }

  @Override
  public void commit(List<MachineChange> changes) {
    Fate fate = next;
    next = Fate.DONE;
    if (fate != Fate.FAILED_AND_ABSENT) {
      store.commit(changes);
    }
    if (fate == Fate.DONE) {
      events.accept(new SimEvent.Committed(machine, changes));
    } else {
      events.accept(new SimEvent.CommitFailed(machine, changes));
      throw new Crash();
    }
  }

  /** The end of a machine's program. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
