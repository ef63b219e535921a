package dev.meshsim.scenario.action;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.recording.Recording;
import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.scenario.surroundings.Branches;
import dev.meshsim.scenario.surroundings.Forgers;
import dev.meshsim.scenario.surroundings.HostilePortals;
import dev.meshsim.scenario.surroundings.LogGrowth;
import dev.meshsim.scenario.surroundings.PortalSource;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.scenario.surroundings.Tending;
import dev.meshsim.scenario.surroundings.Vouching;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.PortalCrashes;
import dev.meshsim.sim.disk.DiskFaults;
import dev.meshsim.sim.disk.SimulatedDisk;
import dev.meshsim.sim.hostile.Copies;
import dev.meshsim.sim.hostile.Copies.Checkpoints;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.watch.SimulatedWitnesses;
import dev.meshsim.world.SeededWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The portals of a scenario, with their stores: they lie, stop, and get older data back. */
final class StagePortals {

  /** A portal that stops is what a step has made; its answers say so. */
  private static final Logger STOPPED = Logger.getLogger(MeshService.STOPPED_LOGGER);

  static {
    STOPPED.setLevel(Level.OFF);
  }

  private final SeededWorld world;
  private final Dialect dialect;
  private final Optional<Vouching> vouching;
  private final Surroundings surroundings;
  private final Consumer<SimEvent> events;
  private final List<PortalStore> stores = new ArrayList<>();
  private final Map<String, RecordingPortal> portals = new LinkedHashMap<>();
  private final HostilePortals hostile = new HostilePortals();
  private final Forgers forgers;
  private final Map<String, PortalCrashes> crashes = new LinkedHashMap<>();
  private final Tending tending;
  private final Branches branches = new Branches();
  private final LogGrowth growth = new LogGrowth();

  /**
   * Without portals at first.
   *
   * @param log the verifiable logs that they keep
   * @param events receives what happens to them
   */
  StagePortals(
      SeededWorld world,
      Dialect dialect,
      Optional<LogSetting> log,
      Surroundings surroundings,
      Consumer<SimEvent> events) {
    this.world = world;
    this.dialect = dialect;
    this.vouching = log.map(setting -> new Vouching(world, setting, hostile, events));
    this.tending =
        new Tending(
            world,
            vouching.filter(Vouching::isWatched).isPresent(),
            this::domains,
            domain -> vouching.orElseThrow().tended(domain, at(domain), () -> storeAt(domain)));
    this.forgers = new Forgers(world);
    this.surroundings = surroundings;
    this.events = events;
  }

  /** Opens the portals, which then know the keys of each other's logs. */
  void open(List<String> domains, Recording recording) {
    for (String domain : domains) {
      PortalCrashes own =
          new PortalCrashes(
              () -> events.accept(new SimEvent.Faulted(domain, Fault.PORTAL_CRASHED.label())));
      crashes.put(domain, own);
      PortalStore store = own.over(surroundings.openPortal(world, stores.size() + 1));
      stores.add(store);
      vouching.filter(Vouching::isWatched).ifPresent(all -> all.know(domain, store));
    }
    domains.forEach(domain -> open(domain, domains.indexOf(domain), recording));
  }

  private void open(String domain, int index, Recording recording) {
    RecordingPortal portal =
        new RecordingPortal(
            opened(domain, stores.get(index), Checkpoints.WITNESSED),
            recording,
            present -> surroundings.link().to(present, world),
            crashes(domain),
            () -> surroundings.disks().isPresent() && disk(index).crashed(),
            () -> restart(domain));
    portals.put(domain, portal);
    hostile.add(world, domain, portal, recording, copies(domain, index, recording), events);
  }

  private Copies copies(String domain, int index, Recording recording) {
    return (checkpoints, view) ->
        branches.open(
            domain,
            dialect,
            new PortalSource(surroundings, index + 1, () -> stores.get(index)),
            view,
            copy -> opened(domain, copy, checkpoints),
            recording);
  }

  private MeshPortalDirect opened(String domain, PortalStore store, Checkpoints checkpoints) {
    // Its messages are the same in every store.
    PortalPolicy alone = PortalPolicy.DEFAULT.withoutSharing();
    MeshPortalDirect opened =
        MeshPortalDirect.open(
            world,
            domain,
            dialect,
            store,
            vouching.map(all -> all.of(domain, alone, checkpoints)).orElse(alone));
    if (!surroundings.records()) {
      opened.trace().stop();
    }
    return opened;
  }

  /** The stores of all histories of a portal's log. */
  List<PortalStore> histories(String domain) {
    return branches.histories(domain, storeAt(domain));
  }

  /** Those who vouch for the portals' logs; empty if the portals keep none. */
  Optional<Vouching> vouching() {
    return vouching;
  }

  /** The rounds in which portals do what is due besides the requests. */
  Tending tending() {
    return tending;
  }

  /** Puts a backup in place of all that a portal has, and starts it again. */
  void restore(String domain, PortalStore backup) {
    int index = closed(domain);
    PortalStore store = crashes(domain).over(surroundings.openEmptyPortal(world, index + 1));
    stores.set(index, store);
    surroundings.besidePortal(index + 1, () -> PortalTransfer.copy(backup, store));
    growth.begins(store);
    at(domain).restarted(opened(domain, store, Checkpoints.WITNESSED));
    events.accept(new SimEvent.PortalReplaced(domain));
  }

  /** Stops a portal and starts it again. */
  void restart(String domain) {
    int index = closed(domain);
    try {
      stores.set(index, crashes(domain).over(surroundings.openPortal(world, index + 1)));
    } catch (MeshException e) {
      events.accept(new SimEvent.NotOpened(domain, e));
      throw e;
    }
    at(domain).restarted(opened(domain, stores.get(index), Checkpoints.WITNESSED));
    events.accept(new SimEvent.PortalRestarted(domain));
  }

  /** Plans a fault of a portal's disk. */
  void plan(String domain, DiskFaults.Planned fault) {
    disk(indexOf(domain)).faults().plan(fault);
  }

  /** The crashes that wait for the requests of a portal. */
  PortalCrashes crashes(String domain) {
    PortalCrashes own = crashes.get(domain);
    if (own == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return own;
  }

  /** The names of the crashes that have not happened and of the lies not told, by origin. */
  Map<String, String> unfinished() {
    Map<String, String> all = new LinkedHashMap<>();
    crashes.values().stream()
        .flatMap(own -> own.unfinished().stream())
        .forEach(crash -> all.put(crash.origin(), Fault.PORTAL_CRASHED.label()));
    hostile.unfinished().forEach(lie -> all.put(lie.origin(), lie.behaviour().label()));
    return all;
  }

  private SimulatedDisk disk(int index) {
    return surroundings.disks().orElseThrow().ofPortal(index + 1);
  }

  /** Those who send the portals forged requests. */
  Forgers forgers() {
    return forgers;
  }

  /** Closes a portal and its store, and returns its number, counted from 0. */
  private int closed(String domain) {
    int index = indexOf(domain);
    growth.ends(stores.get(index));
    at(domain).close();
    return index;
  }

  private int indexOf(String domain) {
    return domains().indexOf(domain);
  }

  /** All portals are back and honest, and their disks are sound. */
  void endFaults() {
    crashes.values().forEach(PortalCrashes::forget);
    if (surroundings.disks().isPresent()) {
      for (String domain : domains()) {
        SimulatedDisk disk = disk(indexOf(domain));
        disk.faults().forget();
        if (disk.failed()) {
          restart(domain);
        }
      }
    }
    portals.values().forEach(RecordingPortal::back);
    hostile.forEach((domain, portal) -> portal.end());
    vouching.flatMap(Vouching::witnesses).ifPresent(SimulatedWitnesses::endFaults);
  }

  List<String> domains() {
    return List.copyOf(portals.keySet());
  }

  /** The portals as machines reach them. */
  HostilePortals hostile() {
    return hostile;
  }

  RecordingPortal first() {
    return portals.values().iterator().next();
  }

  RecordingPortal at(String domain) {
    RecordingPortal portal = portals.get(domain);
    if (portal == null) {
      throw new IllegalStateException("the reader has checked that " + domain + " is a portal");
    }
    return portal;
  }

  /** The stores, in the order of the scenario's portals. */
  List<PortalStore> stores() {
    return List.copyOf(stores);
  }

  /** The store of the portal of a domain. */
  PortalStore storeAt(String domain) {
    return stores.get(indexOf(domain));
  }

  /** The store of the portal of an account; the first if no portal has the account's domain. */
  PortalStore storeOf(String account) {
    return stores.get(Math.max(0, indexOf(account.substring(account.lastIndexOf('@') + 1))));
  }

  /** True if the portals make checkpoints of their logs. */
  boolean makeCheckpoints() {
    return vouching.isPresent();
  }

  /** True if they prove the records of a Transfer. */
  boolean proveTransfers() {
    return vouching.isPresent() && dialect == Dialect.MESH;
  }

  /** A number that grows with what is written to the logs. */
  long logged() {
    return growth.of(stores, makeCheckpoints());
  }

  void close() {
    branches.close();
    portals.values().forEach(RecordingPortal::end);
  }
}
