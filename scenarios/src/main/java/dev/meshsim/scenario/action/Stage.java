package dev.meshsim.scenario.action;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.recording.Recording;
import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.scenario.surroundings.Backups;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.SeededWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The world of one scenario while it runs: its portals, and a machine for each name. */
public final class Stage implements AutoCloseable {

  private static final int MOST_TOLD = 100;
  private static final Duration STEP = Duration.ofSeconds(1);

  private final SeededWorld world;
  private final Dialect dialect;
  private final Surroundings surroundings;
  private final Recording recording;
  private final StagePortals portals;
  private final Calls calls;
  private final StageMachines machines;
  private final Backups backups = new Backups();
  private Consumer<SimEvent> watcher = event -> {};
  private final PrivateData privateData = new PrivateData(this::happened);

  /** Opens the portals and the machines, which are closed with the stage. */
  public Stage(
      SeededWorld world,
      Scenario scenario,
      Dialect dialect,
      Suite suite,
      Surroundings surroundings) {
    this.world = world;
    this.dialect = dialect;
    this.surroundings = surroundings;
    this.recording = new Recording(world, this::faultOf, surroundings.records());
    this.portals = new StagePortals(world, dialect, scenario.log(), surroundings, this::happened);
    this.machines = new StageMachines(world, suite, surroundings, portals, this::happened);
    this.calls = new Calls(this, world, this::happened);
    surroundings.disks().ifPresent(disks -> disks.tell(scenario.portals(), this::happened));
    boolean opened = false;
    try {
      portals.open(scenario.portals(), recording);
      surroundings.begin(world, portals.stores().get(0));
      for (String name : scenario.machines()) {
        machines.open(name);
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  private Optional<String> faultOf(String machine) {
    return machines.faultOf(machine);
  }

  /** Passes an event on to those who watch the stage. */
  void happened(SimEvent event) {
    if (event instanceof SimEvent.Committed commit) {
      recording.committed(commit.machine(), commit.changes());
    } else if (event instanceof SimEvent.Began began) {
      portals.forgers().saw(began);
    }
    watcher.accept(event);
  }

  /** Sends every event from now on to {@code to} too. */
  public void watch(Consumer<SimEvent> to) {
    watcher = watcher.andThen(to);
  }

  /** Makes the calls of steps. */
  public Calls calls() {
    return calls;
  }

  /** Lets time pass. */
  void pass(Duration time) {
    portals.tending().pass(time);
  }

  /** Stops the program of a machine and starts it again. */
  void restart(String name) {
    machines.restart(name, player(name));
  }

  /** Deletes the accounts that the machines administer, as far as their portal lets them. */
  public void deleteAccounts() {
    machines.deleteAccounts();
  }

  /** The machines. */
  StageMachines machines() {
    return machines;
  }

  /** The portals. */
  StagePortals portals() {
    return portals;
  }

  /** Puts a copy of a machine's data onto another machine. */
  void copy(String from, String to) {
    surroundings.besideMachine(to, () -> Backups.copy(machines.store(from), machines.store(to)));
    recording.committed(to, machines.stored(to));
    happened(new SimEvent.Replaced(to, Optional.of(from)));
    machines.restart(to, player(from));
  }

  /** Makes a backup of a machine's data. */
  void backup(String name) {
    backups.keep(name, machines.store(name));
  }

  /** Puts the backup of a machine's data back. */
  void restore(String name) {
    surroundings.besideMachine(name, () -> backups.restore(name, machines.store(name)));
    recording.committed(name, machines.stored(name));
    happened(new SimEvent.Replaced(name, Optional.empty()));
    restart(name);
  }

  /** Makes a backup of a portal's data. */
  void backupPortal(String domain) {
    backups.keep(domain, portals.storeAt(domain));
  }

  /** Puts the backup of a portal's data back. */
  void restorePortal(String domain) {
    portals.restore(domain, backups.ofPortal(domain));
  }

  /** A machine as a person sees it. */
  public MachineView view(String machine) {
    return new MachineView(this, player(machine), backups.has(machine));
  }

  /** The things that a machine has now. */
  public Set<Possession> possessions(String machine) {
    return view(machine).possessions();
  }

  /** The stores and the given history, for oracles. */
  public Scene scene(History history) {
    return new StageScene(world, dialect, surroundings, machines, portals, history);
  }

  /** The names of the faults that are not over and of the lies that were not told, by origin. */
  public Map<String, String> unfinished() {
    Map<String, String> all = machines.unfinished();
    all.putAll(portals.unfinished());
    surroundings.disks().ifPresent(disks -> all.putAll(disks.unfinished()));
    return all;
  }

  /** The faults whose late messages have not arrived, by their origins. */
  public Map<String, Fault> undelivered() {
    return machines.undelivered();
  }

  /** Ends every fault: portals are back and honest, clocks right, disks sound, none waits. */
  public void endFaults() {
    machines.endFaults();
    portals.endFaults();
  }

  /** The names of the machines, in the scenario's order. */
  public List<String> machineNames() {
    return List.copyOf(players().keySet());
  }

  /** Begins a step: one second passes, and the exchanges that follow belong to {@code step}. */
  public void begin(Step step) {
    world.advance(STEP);
    portals.tending().round();
    recording.begin(step);
  }

  Actor player(String machine) {
    return machines.player(machine);
  }

  /** The environment of a machine. */
  MachineEnvironment environment(String machine) {
    return machines.environment(machine);
  }

  /** The machine that a step acts on. */
  Actor actor(Step step) {
    return player(step.actor());
  }

  /**
   * The machines of which an outcome tells: all, or, where there are thousands, those that the
   * expectations of the step name.
   */
  Map<String, Actor> toldOf(Step step) {
    Map<String, Actor> players = players();
    if (players.size() <= MOST_TOLD) {
      return players;
    }
    Map<String, Actor> told = new LinkedHashMap<>();
    for (Expectation expectation : step.expectations()) {
      String name = expectation.argument();
      Optional.ofNullable(players.get(name)).ifPresent(player -> told.put(name, player));
    }
    return told;
  }

  Map<String, Actor> players() {
    return machines.players();
  }

  /** The first portal. */
  RecordingPortal portal() {
    return portals.first();
  }

  /** The portal of a domain. */
  RecordingPortal portal(String domain) {
    return portals.at(domain);
  }

  Dialect dialect() {
    return dialect;
  }

  /** The store of the portal of a domain. */
  PortalStore storeAt(String domain) {
    return portals.storeAt(domain);
  }

  /** The store of the portal of an account; the first if no portal has the account's domain. */
  PortalStore storeOf(String account) {
    return portals.storeOf(account);
  }

  /** The stores of the portals' records, in the order of the scenario's portals. */
  public List<PortalStore> portalStores() {
    return portals.stores();
  }

  /** A number that grows with what is written to the portals' logs. */
  public long logged() {
    return portals.logged();
  }

  /** The private data that steps show or make. */
  public PrivateData privateData() {
    return privateData;
  }

  /** The machines, portals, keys and commits so far. */
  public ScenarioTrace.Cast cast() {
    return recording.cast(machineNames(), portals.domains());
  }

  /** The world's time. */
  public Instant now() {
    return world.now();
  }

  public List<TracedExchange> traced() {
    return recording.traced();
  }

  @Override
  public void close() {
    backups.close();
    machines.close();
    portals.close();
  }
}
