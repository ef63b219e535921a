package dev.meshsim.sim;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.HandOver;
import dev.meshsim.sim.schedule.Turns;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of one machine's program: it hands over at every exchange and commit, meets the
 * faults that were planned for the machine, and can be stopped. A machine that starts again has a
 * new one.
 */
public final class SimulatedProgram {

  private final String machine;
  private final Fence fence;
  private final MessageFaults messages;
  private final StoreFaults commits;
  private final Consumer<SimEvent> events;
  private @Nullable Turns turns;

  /**
   * The surroundings of a program that starts.
   *
   * @param messages the faults of the machine's messages; they outlive the program
   * @param commits the faults of its commits; they outlive the program
   * @param events receives what happens
   */
  public SimulatedProgram(
      String machine, MessageFaults messages, StoreFaults commits, Consumer<SimEvent> events) {
    this.machine = machine;
    this.fence = new Fence(machine);
    this.messages = messages;
    this.commits = commits;
    this.events = events;
  }

  /** The machine's name. */
  String machine() {
    return machine;
  }

  /** True if the program was stopped by a fault. */
  public boolean isStopped() {
    return fence.isClosed();
  }

  /** Hands over by {@code to} from now on, or nowhere if it is null. */
  public void handOverBy(@Nullable Turns to) {
    turns = to;
  }

  /** The way in which it hands over now, or null if it is the only one that runs. */
  public @Nullable Turns turns() {
    return turns;
  }

  /**
   * A portal as the program reaches it.
   *
   * @param reach tells how far messages get just now
   * @param between makes what is on the way to the portal, such as one that lies. The events tell
   *     what reaches the portal itself
   */
  public MeshPortal through(
      MeshPortal portal, Supplier<Reach> reach, UnaryOperator<MeshPortal> between) {
    MeshPortal reached = between.apply(new WitnessedPortal(this, portal, reach));
    return new ProgramPortal(this, messages.through(reached, this));
  }

  /** A store as the program has it. */
  public MachineStore over(MachineStore store) {
    return new ProgramStore(this, store, commits);
  }

  Fence fence() {
    return fence;
  }

  void handOver(HandOver at) {
    fence.pass();
    if (turns != null) {
      turns.handOver(at);
    }
    fence.pass();
  }

  /** Stands still for a time. */
  void pause(Duration time) {
    messages.pause(time);
    fence.pass();
  }

  void tell(SimEvent event) {
    events.accept(event);
  }

  /** Tells of a fault that takes effect on the machine. */
  void tell(Fault fault) {
    tell(new SimEvent.Faulted(machine, fault.label()));
  }
}
