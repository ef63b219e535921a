package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.report.Display;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.MeshSession;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.MessageFaults;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world of one scenario while it runs: its portals, and a machine for each name. */
public final class Stage implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final SeededWorld world;
  private final Suite suite;
  private final Dialect dialect;
  private final Surroundings surroundings;
  private final List<PortalStore> stores = new ArrayList<>();
  private final Recording recording;
  private final Map<String, RecordingPortal> portals = new LinkedHashMap<>();
  private final Map<String, MachineEnvironment> environments = new LinkedHashMap<>();
  private final Map<String, Actor> players = new LinkedHashMap<>();
  private final Backups backups = new Backups();
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
    this.recording = new Recording(world, this::fault);
    boolean opened = false;
    try {
      for (String domain : scenario.portals()) {
        stores.add(surroundings.openPortal(world, stores.size() + 1));
        portals.put(domain, new RecordingPortal(portal(domain, stores.size() - 1), recording));
      }
      surroundings.begin(world, stores.get(0));
      for (String name : scenario.machines()) {
        environments.put(name, new MachineEnvironment(world, portals.values()));
        MeshMachine machine = watched(surroundings.openMachine(environment(name).world(), name));
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
  private Optional<String> fault() {
    return environments.values().stream()
        .flatMap(environment -> environment.faults().happening().stream())
        .map(Fault::label)
        .findFirst();
  }

  private MeshPortalDirect portal(String domain, int index) {
    return MeshPortalDirect.open(world, domain, dialect, stores.get(index));
  }

  private MeshMachine watched(MeshMachine machine) {
    return WatchedStore.watched(machine, recording::committed);
  }

  private MeshSession session(MeshMachine machine) {
    return new MeshSession(machine, environment(machine.name()).reachable(), suite);
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
    restart(name, before.machine(), before);
  }

  /** Starts the program of a machine again, with what {@code like} has noted. */
  private void restart(String name, MeshMachine machine, Actor like) {
    environment(name).faults().disconnect();
    MeshMachine again = watched(surroundings.restart(environment(name).world(), machine));
    players.put(name, like.restarted(again, session(again)));
  }

  /** Puts a copy of a machine's data onto another machine. */
  void copy(String from, String to) {
    Backups.copy(player(from).machine().store(), player(to).machine().store());
    restart(to, player(to).machine(), player(from));
  }

  /** Makes a backup of a machine's data. */
  void backup(String name) {
    backups.keep(name, player(name).machine().store());
  }

  /** Puts the backup of a machine's data back. */
  void restore(String name) {
    backups.restore(name, player(name).machine().store());
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
  }

  /** Stops a portal and starts it again. */
  void restartPortal(String domain) {
    int index = closed(domain);
    stores.set(index, surroundings.openPortal(world, index + 1));
    portal(domain).restarted(portal(domain, index));
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

  /** The faults that were planned and have not happened to their end. */
  public List<MessageFaults.Planned> unfinishedFaults() {
    return environments.values().stream()
        .flatMap(environment -> environment.faults().unfinished().stream())
        .toList();
  }

  /** The machine that a step acts on. */
  Actor actor(Step step) {
    return player(step.actor());
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
