package dev.meshsim.scenario.action;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.scenario.surroundings.Disks;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.session.MeshSession;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.disk.SimulatedDisk;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.SeededWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The machines of a scenario: each with its surroundings, its store, and what its steps made. */
final class StageMachines {

  private final SeededWorld world;
  private final Suite suite;
  private final Surroundings surroundings;
  private final StagePortals portals;
  private final Consumer<SimEvent> events;
  private final Map<String, MachineEnvironment> environments = new LinkedHashMap<>();
  private final Map<String, MeshMachine> machines = new LinkedHashMap<>();
  private final Map<String, Actor> players = new LinkedHashMap<>();

  /**
   * Without machines at first.
   *
   * @param portals the portals that they reach
   * @param events receives what happens to them
   */
  StageMachines(
      SeededWorld world,
      Suite suite,
      Surroundings surroundings,
      StagePortals portals,
      Consumer<SimEvent> events) {
    this.world = world;
    this.suite = suite;
    this.surroundings = surroundings;
    this.portals = portals;
    this.events = events;
  }

  /** Opens the next machine. */
  void open(String name) {
    environments.put(name, new MachineEnvironment(name, world, portals.hostile(), events));
    MeshMachine machine = opened(surroundings.openMachine(environment(name).world(), name));
    players.put(name, new Actor(machine, session(machine)));
  }

  /** A machine that was opened, as its program has it. */
  private MeshMachine opened(MeshMachine machine) {
    machines.put(machine.name(), machine);
    MeshMachine running = environment(machine.name()).running(machine);
    portals
        .vouching()
        .flatMap(all -> all.demand(environment(machine.name()).world()))
        .ifPresent(running::demandWitnesses);
    return running;
  }

  private MeshSession session(MeshMachine machine) {
    return new MeshSession(machine, environment(machine.name()).reachable(), suite);
  }

  /** Starts the program of a machine again, with what {@code like} has noted. */
  void restart(String name, Actor like) {
    MachineEnvironment environment = environment(name);
    boolean killed = environment.isStopped();
    environment.restart();
    try {
      MeshMachine again = opened(surroundings.restart(environment.world(), machine(name), killed));
      players.put(name, like.restarted(again, session(again)));
    } catch (MeshException e) {
      events.accept(new SimEvent.NotOpened(name, e));
      throw e;
    }
    events.accept(new SimEvent.Restarted(name));
  }

  /** Removes all that a machine has, and starts its program again. */
  void wipe(String name) {
    surroundings.besideMachine(name, store(name)::eraseTest);
    events.accept(new SimEvent.Replaced(name, Optional.empty()));
    restart(name, player(name));
  }

  /** The fault that the messages of a machine meet just now. */
  Optional<String> faultOf(String name) {
    return Optional.ofNullable(environments.get(name))
        .flatMap(environment -> environment.faults().happening())
        .map(Fault::label);
  }

  /** The names of the faults that were planned and are not over, by their origins. */
  Map<String, String> unfinished() {
    Map<String, String> all = new LinkedHashMap<>();
    for (MachineEnvironment environment : environments.values()) {
      environment.faults().unfinished().forEach(f -> all.put(f.origin(), f.fault().label()));
      environment.storeFaults().unfinished().forEach(f -> all.put(f.origin(), f.fault().label()));
    }
    return all;
  }

  /** The disk of a machine. */
  SimulatedDisk disk(String name) {
    return surroundings.disks().orElseThrow().of(name);
  }

  /**
   * Starts the program of a machine while one bit of its disk is wrong, and again when the bit is
   * right.
   *
   * @param bit counted through all files
   * @return what the store reported of it
   */
  List<String> rot(String name, long bit) {
    MachineEnvironment environment = environment(name);
    MeshMachine machine = machine(name);
    Actor player = player(name);
    Disks disks = surroundings.disks().orElseThrow();
    SimEvent.Rotted rotted = disks.startRotten(environment.world(), machine, bit);
    events.accept(new SimEvent.Faulted(name, Fault.BIT_ROT.label()));
    events.accept(rotted);
    restart(name, player);
    return rotted.noticed();
  }

  /** The faults whose late messages have not arrived, by their origins. */
  Map<String, Fault> undelivered() {
    Map<String, Fault> all = new LinkedHashMap<>();
    for (MachineEnvironment environment : environments.values()) {
      environment.faults().undelivered().forEach(f -> all.put(f.origin(), f.fault()));
    }
    return all;
  }

  /** No fault that waits happens, clocks are right, and disks are sound. */
  void endFaults() {
    environments.values().forEach(MachineEnvironment::endFaults);
    if (surroundings.disks().isPresent()) {
      for (String name : environments.keySet()) {
        disk(name).faults().forget();
        if (disk(name).failed()) {
          restart(name, player(name));
        }
      }
    }
  }

  /** Changes that put all that a machine's store has. */
  List<MachineChange> stored(String name) {
    List<MachineChange> all = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      machine(name).store().list(kind).forEach(record -> all.add(new MachineChange.Put(record)));
    }
    return all;
  }

  private MeshMachine machine(String name) {
    return Objects.requireNonNull(machines.get(name), name);
  }

  /** A machine's store, without what its program meets. */
  MachineStore store(String name) {
    return machine(name).store();
  }

  Actor player(String name) {
    Actor player = players.get(name);
    if (player == null) {
      throw new IllegalStateException("the reader has checked that " + name + " is a machine");
    }
    return player;
  }

  /** The environment of a machine. */
  MachineEnvironment environment(String name) {
    MachineEnvironment environment = environments.get(name);
    if (environment == null) {
      throw new IllegalStateException("the reader has checked that " + name + " is a machine");
    }
    return environment;
  }

  Map<String, Actor> players() {
    return players;
  }

  /** Deletes the accounts of machines; one that cannot be deleted stays. */
  void deleteAccounts() {
    for (Actor player : players.values()) {
      for (String account : player.session().accounts()) {
        try {
          player.session().personalSession(account).deleteAccount();
        } catch (MeshException e) {
          // The machine does not administer it, or it is gone already.
        }
      }
    }
  }

  void close() {
    players.values().forEach(player -> player.machine().close());
  }
}
