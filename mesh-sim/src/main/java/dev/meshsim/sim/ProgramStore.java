package dev.meshsim.sim;

import dev.meshsim.files.FilesException;
import dev.meshsim.machine.ForwardingMachineStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.sim.disk.SimulatedCrash;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.ActorStopped;
import dev.meshsim.sim.schedule.HandOver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine's store as its program has it: with the faults that wait for its commits. */
final class ProgramStore extends ForwardingMachineStore {

  /** The time for which a program stands still. */
  private static final Duration PAUSE = Duration.ofDays(1);

  private final SimulatedProgram program;
  private final StoreFaults faults;

  ProgramStore(SimulatedProgram program, MachineStore store, StoreFaults faults) {
    super(store);
    this.program = program;
    this.faults = faults;
  }

  @Override
  public Optional<MachineRecord> get(RecordKey key) {
    program.fence().pass();
    return super.get(key);
  }

  @Override
  public List<MachineRecord> list(RecordKind kind) {
    program.fence().pass();
    return super.list(kind);
  }

  @Override
  public void commit(List<MachineChange> changes) {
    program.handOver(HandOver.COMMIT);
    Optional<Fault> fault = faults.take();
    fault.ifPresent(program::tell);
    fault.ifPresent(this::before);
    try {
      super.commit(changes);
    } catch (RuntimeException e) {
      program.tell(new SimEvent.CommitFailed(program.machine(), changes));
      throw e;
    } catch (SimulatedCrash e) {
      throw stopped(changes);
    }
    program.tell(new SimEvent.Committed(program.machine(), changes));
    if (fault.equals(Optional.of(Fault.CRASH_AFTER_COMMIT))) {
      throw program.fence().close();
    }
  }

  private void before(Fault fault) {
    Path place = Path.of(program.machine());
    switch (fault) {
      case CRASH_BEFORE_COMMIT -> throw program.fence().close();
      case PROGRAM_PAUSED -> program.pause(PAUSE);
      case COMMIT_FAILED -> throw FilesException.io(place, "write to the simulated disk", null);
      case DISK_FULL -> throw FilesException.diskFull(place, null);
      default -> {}
    }
  }

  @Override
  public void eraseTest() {
    program.fence().pass();
    List<MachineChange> all = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      super.list(kind).forEach(record -> all.add(new MachineChange.Remove(record.key())));
    }
    try {
      super.eraseTest();
    } catch (RuntimeException e) {
      program.tell(new SimEvent.CommitFailed(program.machine(), all));
      throw e;
    } catch (SimulatedCrash e) {
      throw stopped(all);
    }
    program.tell(new SimEvent.Replaced(program.machine(), Optional.empty()));
  }

  /** The program ends in a commit, with its disk. */
  private ActorStopped stopped(List<MachineChange> changes) {
    program.tell(new SimEvent.CommitFailed(program.machine(), changes));
    return program.fence().close();
  }
}
