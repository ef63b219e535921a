package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.report.Display;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.MeshSession;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.ActorStopped;
import dev.meshsim.sim.schedule.Order;
import dev.meshsim.sim.schedule.Scheduler;
import dev.meshsim.sim.schedule.Turn;
import dev.meshsim.sim.schedule.Turns;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The world of one scenario while it runs: its portals, and a machine for each name. */
public final class Stage implements AutoCloseable {

  private static final int MOST_TOLD = 100;

  private static final Duration STEP = Duration.ofSeconds(1);

  private final SeededWorld world;
  private final Suite suite;
  private final Dialect dialect;
  private final Surroundings surroundings;
  private final List<PortalStore> stores = new ArrayList<>();
  private final Recording recording;
  private final Map<String, RecordingPortal> portals = new LinkedHashMap<>();
  private final HostilePortals hostile = new HostilePortals();
  private final Map<String, MachineEnvironment> environments = new LinkedHashMap<>();
  private final Map<String, MeshMachine> machines = new LinkedHashMap<>();
  private final Map<String, Actor> players = new LinkedHashMap<>();
  private final Backups backups = new Backups();
  private Consumer<SimEvent> watcher = event -> {};
  private long loggedBefore;
  private final List<Display> displays = new ArrayList<>();

  /** Opens the portals and the machines, which are closed with the stage. */
  public Stage(
      SeededWorld world,
      Scenario scenario,
      Dialect dialect,
      Suite suite,
      Surroundings surroundings) {
    this.world = world;
    this.dialect = dialect;
    this.suite = suite;
    this.surroundings = surroundings;
    this.recording = new Recording(world, this::faultOf, surroundings.records());
    boolean opened = false;
    try {
      for (String domain : scenario.portals()) {
        stores.add(surroundings.openPortal(world, stores.size() + 1));
        RecordingPortal portal = new RecordingPortal(portal(domain, stores.size() - 1), recording);
        portals.put(domain, portal);
        hostile.add(world, domain, portal, recording, this::happened);
      }
      surroundings.begin(world, stores.get(0));
      for (String name : scenario.machines()) {
        environments.put(name, new MachineEnvironment(name, world, hostile, this::happened));
        MeshMachine machine = opened(surroundings.openMachine(environment(name).world(), name));
        players.put(name, new Actor(machine, session(machine)));
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** The fault that the messages of a machine meet just now. */
  private Optional<String> faultOf(String machine) {
    return Optional.ofNullable(environments.get(machine))
        .flatMap(environment -> environment.faults().happening())
        .map(Fault::label);
  }

  private void happened(SimEvent event) {
    if (event instanceof SimEvent.Committed commit) {
      recording.committed(commit.machine(), commit.changes());
    }
    watcher.accept(event);
  }

  private MeshPortalDirect portal(String domain, int index) {
    MeshPortalDirect opened = MeshPortalDirect.open(world, domain, dialect, stores.get(index));
    if (!surroundings.records()) {
      opened.trace().stop();
    }
    return opened;
  }

  /** A machine that was opened, as its program has it. */
  private MeshMachine opened(MeshMachine machine) {
    machines.put(machine.name(), machine);
    return environment(machine.name()).running(machine);
  }

  private MeshSession session(MeshMachine machine) {
    return new MeshSession(machine, environment(machine.name()).reachable(), suite);
  }

  /** Sends every event from now on to {@code to}. */
  public void watch(Consumer<SimEvent> to) {
    watcher = to;
  }

  /** Opens the stores of a scenario's machines and portals. */
  public interface Surroundings {

    /** The store of a portal, counted from 1 in the scenario's order. */
    PortalStore openPortal(SeededWorld world, int number);

    /** Opens a portal's store as {@link #openPortal} does, after removing all that it has. */
    PortalStore openEmptyPortal(SeededWorld world, int number);

    /** Puts the records into the first portal's store that the scenario starts with. */
    void begin(SeededWorld world, PortalStore first);

    /** A machine by its name. */
    MeshMachine openMachine(World world, String name);

    /** The files of a machine's store; none if it keeps none, or elsewhere. */
    List<Path> files(String machine);

    /** True if every exchange is kept for a transcript. */
    default boolean records() {
      return true;
    }

    /** Closes a machine and opens it again, with the data that it kept. */
    MeshMachine restart(World world, MeshMachine machine);
  }

  /** Lets time pass. */
  void pass(Duration time) {
    world.advance(time);
  }

  /** Stops the program of a machine and starts it again. */
  void restart(String name) {
    Actor before = player(name);
    restart(name, machine(name), before);
  }

  /** Starts the program of a machine again, with what {@code like} has noted. */
  private void restart(String name, MeshMachine machine, Actor like) {
    MachineEnvironment environment = environment(name);
    environment.restart();
    MeshMachine again = opened(surroundings.restart(environment.world(), machine));
    players.put(name, like.restarted(again, session(again)));
    happened(new SimEvent.Restarted(name));
  }

  /**
   * Makes the call of a step. If a fault stops the machine's program during it, the program is
   * started again.
   *
   * @throws MeshException if the call fails
   */
  public Observation perform(Step step, StepAction action) {
    SimEvent.Began began =
        new SimEvent.Began(step.actor(), step.kind().word(), step.values().shown());
    happened(began);
    try {
      Observation seen = called(step, action);
      happened(new SimEvent.Ended(began, seen.sentences(), Optional.empty()));
      return seen;
    } catch (MeshException e) {
      happened(new SimEvent.Ended(began, Observation.of(e).sentences(), Optional.of(e)));
      throw e;
    } catch (RuntimeException e) {
      happened(new SimEvent.Ended(began, List.of(), Optional.of(e)));
      throw e;
    }
  }

  private Observation called(Step step, StepAction action) {
    try {
      Observation seen = action.run(this, step);
      if (!isStopped(step)) {
        return seen;
      }
    } catch (RuntimeException | ActorStopped e) {
      if (!isStopped(step)) {
        throw e;
      }
    }
    restart(step.actor());
    return Observation.otherwise(Observation.CRASHED);
  }

  private boolean isStopped(Step step) {
    return step.kind().hasActor() && environment(step.actor()).isStopped();
  }

  /**
   * Runs the work of several machines at the same time, in virtual time.
   *
   * @param works by the machines' names
   * @return the turns that were taken
   */
  public List<Turn> atOnce(Map<String, Runnable> works, Order order) {
    Map<String, Scheduler.ActorWork> actors = new LinkedHashMap<>();
    works.forEach((name, work) -> actors.put(name, turns -> inTurns(name, turns, work)));
    return new Scheduler(world, order).run(actors);
  }

  private void inTurns(String name, Turns turns, Runnable work) {
    MachineEnvironment environment = environment(name);
    environment.handOverBy(turns);
    try {
      work.run();
    } finally {
      environment.handOverBy(null);
    }
  }

  /** Puts a copy of a machine's data onto another machine. */
  void copy(String from, String to) {
    Backups.copy(machine(from).store(), machine(to).store());
    loaded(to);
    happened(new SimEvent.Replaced(to, Optional.of(from)));
    restart(to, machine(to), player(from));
  }

  /** Records that a machine has all that its store holds. */
  private void loaded(String name) {
    List<MachineChange> all = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      machine(name).store().list(kind).forEach(record -> all.add(new MachineChange.Put(record)));
    }
    recording.committed(name, all);
  }

  /** Makes a backup of a machine's data. */
  void backup(String name) {
    backups.keep(name, machine(name).store());
  }

  /** Puts the backup of a machine's data back. */
  void restore(String name) {
    backups.restore(name, machine(name).store());
    loaded(name);
    happened(new SimEvent.Replaced(name, Optional.empty()));
    restart(name);
  }

  /** Makes a backup of a portal's data. */
  void backupPortal(String domain) {
    backups.keep(domain, stores.get(indexOf(domain)));
  }

  /** Puts the backup of a portal's data back. */
  void restorePortal(String domain) {
    PortalStore backup = backups.ofPortal(domain);
    int index = closed(domain);
    PortalStore store = surroundings.openEmptyPortal(world, index + 1);
    stores.set(index, store);
    PortalTransfer.copy(backup, store);
    loggedBefore -= store.counts().octetsWritten();
    portal(domain).restarted(portal(domain, index));
    happened(new SimEvent.PortalReplaced(domain));
  }

  /** Stops a portal and starts it again. */
  void restartPortal(String domain) {
    int index = closed(domain);
    stores.set(index, surroundings.openPortal(world, index + 1));
    portal(domain).restarted(portal(domain, index));
    happened(new SimEvent.PortalRestarted(domain));
  }

  /** The machine as it was opened, without what its program meets. */
  private MeshMachine machine(String name) {
    return Objects.requireNonNull(machines.get(name), name);
  }

  private int indexOf(String domain) {
    return List.copyOf(portals.keySet()).indexOf(domain);
  }

  /** Closes a portal and its store, and returns its number, counted from 0. */
  private int closed(String domain) {
    int index = indexOf(domain);
    loggedBefore += stores.get(index).counts().octetsWritten();
    portal(domain).close();
    return index;
  }

  /** What a machine has now. */
  public Set<Possession> possessions(String machine) {
    Set<Possession> has = player(machine).possessions();
    if (backups.has(machine)) {
      has.add(Possession.BACKUP);
    }
    return has;
  }

  /** The machines, among the candidates, whose requests are in the list that a machine has. */
  public List<String> listedOn(String machine, List<String> candidates) {
    return candidates.stream().filter(asking -> player(machine).lists(player(asking))).toList();
  }

  /** True if the application that is open on a machine has a conflict. */
  public boolean hasConflict(String machine) {
    return player(machine).hasConflict();
  }

  /** The stores and the given history, for oracles. */
  public Scene scene(History history) {
    return new StageScene(this, history);
  }

  /** A machine's store, without what its program meets. */
  MachineStore storeOfMachine(String name) {
    return machine(name).store();
  }

  List<Path> filesOf(String machine) {
    return surroundings.files(machine);
  }

  List<String> domains() {
    return List.copyOf(portals.keySet());
  }

  /** The names of the faults that are not over and of the lies that were not told, by origin. */
  public Map<String, String> unfinished() {
    Map<String, String> all = new LinkedHashMap<>();
    for (MachineEnvironment environment : environments.values()) {
      environment.faults().unfinished().forEach(f -> all.put(f.origin(), f.fault().label()));
      environment.storeFaults().unfinished().forEach(f -> all.put(f.origin(), f.fault().label()));
    }
    hostile.unfinished().forEach(lie -> all.put(lie.origin(), lie.behaviour().label()));
    return all;
  }

  /** The portals, which may lie. */
  HostilePortals hostile() {
    return hostile;
  }

  /** Ends every fault: none that waits happens, portals are back and honest, clocks are right. */
  public void endFaults() {
    environments.values().forEach(MachineEnvironment::endFaults);
    portals.values().forEach(RecordingPortal::back);
    hostile.forEach((domain, portal) -> portal.end());
  }

  /** The names of the machines, in the scenario's order. */
  public List<String> machineNames() {
    return List.copyOf(players.keySet());
  }

  /** Begins a step: one second passes, and the exchanges that follow belong to {@code step}. */
  public void begin(Step step) {
    world.advance(STEP);
    recording.begin(step);
  }

  Actor player(String machine) {
    Actor player = players.get(machine);
    if (player == null) {
      throw new IllegalStateException("the reader has checked that " + machine + " is a machine");
    }
    return player;
  }

  /** The environment of a machine. */
  MachineEnvironment environment(String machine) {
    MachineEnvironment environment = environments.get(machine);
    if (environment == null) {
      throw new IllegalStateException("the reader has checked that " + machine + " is a machine");
    }
    return environment;
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
    return players;
  }

  /** The first portal. */
  RecordingPortal portal() {
    return portals.values().iterator().next();
  }

  /** The portal of a domain. */
  RecordingPortal portal(String domain) {
    RecordingPortal portal = portals.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The store of the portal of a domain. */
  PortalStore storeAt(String domain) {
    return stores.get(indexOf(domain));
  }

  /** The store of the portal of an account; the first if no portal has the account's domain. */
  PortalStore storeOf(String account) {
    return stores.get(Math.max(0, indexOf(account.substring(account.lastIndexOf('@') + 1))));
  }

  /** The stores of the portals' records, in the order of the scenario's portals. */
  public List<PortalStore> portalStores() {
    return List.copyOf(stores);
  }

  /** The growth of the portals' logs since the scenario began, in octets. */
  public long logged() {
    return loggedBefore + stores.stream().mapToLong(store -> store.counts().octetsWritten()).sum();
  }

  /** Prints {@code json} in the transcript, in the clear. */
  void display(Step step, Bytes json) {
    displays.add(new Display(step.number(), step.kind().word(), json));
  }

  public List<Display> displays() {
    return List.copyOf(displays);
  }

  /** The machines, portals, keys and commits so far. */
  public ScenarioTrace.Cast cast() {
    return recording.cast(List.copyOf(players.keySet()), List.copyOf(portals.keySet()));
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
    players.values().forEach(player -> player.machine().close());
    portals.values().forEach(RecordingPortal::close);
  }
}
