package dev.meshsim.scenario.action;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.scenario.surroundings.HostilePortals;
import dev.meshsim.sim.MessageFaults;
import dev.meshsim.sim.SimulatedProgram;
import dev.meshsim.sim.StoreFaults;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.Turns;
import dev.meshsim.world.ShiftedWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The environment of one machine: its clock, its faults, and the portals and the store as its
 * program has them.
 */
final class MachineEnvironment {

  private final String name;
  private final World outside;
  private final ShiftedWorld world;
  private final MessageFaults faults;
  private final StoreFaults storeFaults = new StoreFaults();
  private final HostilePortals all;
  private final Consumer<SimEvent> events;
  private final Map<String, MeshPortal> portals = new LinkedHashMap<>();
  private SimulatedProgram program;

  MachineEnvironment(String name, World world, HostilePortals all, Consumer<SimEvent> events) {
    this.name = name;
    this.outside = world;
    this.world = new ShiftedWorld(world, this::pause);
    this.faults = new MessageFaults(this.world);
    this.all = all;
    this.events = events;
    this.program = start();
  }

  /** The surroundings of the next program, whose connections are new. */
  private SimulatedProgram start() {
    SimulatedProgram next = new SimulatedProgram(name, faults, storeFaults, events);
    all.forEach(
        (domain, portal) ->
            portals.put(
                domain,
                next.through(portal.honest(), all.reach(domain), way -> portal.seenBy(name, way))));
    return next;
  }

  private boolean pause(Duration time) {
    Turns turns = program.turns();
    return turns == null ? outside.pause(time) : turns.pause(time);
  }

  /** The program stops, and another starts. */
  void restart() {
    faults.disconnect();
    program = start();
  }

  /** True if a fault stopped the program, and it was not started again. */
  boolean isStopped() {
    return program.isStopped();
  }

  /** The program hands over by {@code turns} from now on; nowhere if it is null. */
  void handOverBy(@Nullable Turns turns) {
    program.handOverBy(turns);
  }

  /** The machine as its program has it. */
  MeshMachine running(MeshMachine machine) {
    return new MeshMachine(machine.world(), machine.name(), program.over(machine.store()));
  }

  /** The world with the machine's clock. */
  ShiftedWorld world() {
    return world;
  }

  MessageFaults faults() {
    return faults;
  }

  StoreFaults storeFaults() {
    return storeFaults;
  }

  /** Forgets the faults that wait, and sets the clock right. */
  void endFaults() {
    faults.forget();
    storeFaults.forget();
    world.shift(Duration.ZERO);
  }

  /** The portal of a domain, as the scenario spells it. */
  MeshPortal portal(String domain) {
    MeshPortal portal = portals.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  /** A single portal answers for every domain; it refuses the accounts of others itself. */
  MeshPortals reachable() {
    MeshPortal[] reached = portals.values().toArray(MeshPortal[]::new);
    return reached.length == 1 ? MeshPortals.only(reached[0]) : MeshPortals.of(reached);
  }
}
