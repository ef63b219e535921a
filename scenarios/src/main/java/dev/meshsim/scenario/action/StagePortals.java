package dev.meshsim.scenario.action;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.scenario.recording.Recording;
import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.scenario.surroundings.HostilePortals;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.PortalCrashes;
import dev.meshsim.sim.Reach;
import dev.meshsim.sim.disk.DiskFaults;
import dev.meshsim.sim.disk.SimulatedDisk;
import dev.meshsim.sim.forger.Forger;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final PortalPolicy policy;
  private final Surroundings surroundings;
  private final Consumer<SimEvent> events;
  private final List<PortalStore> stores = new ArrayList<>();
  private final Map<String, RecordingPortal> portals = new LinkedHashMap<>();
  private final HostilePortals hostile = new HostilePortals();
  private final Map<String, Forger> forgers = new LinkedHashMap<>();
  private final Set<String> accounts = new LinkedHashSet<>();
  private final Map<String, PortalCrashes> crashes = new LinkedHashMap<>();
  private long loggedBefore;

  /**
   * Without portals at first.
   *
   * @param checkpoints when they make checkpoints of their logs
   * @param events receives what happens to them
   */
  StagePortals(
      SeededWorld world,
      Dialect dialect,
      Optional<CheckpointPolicy> checkpoints,
      Surroundings surroundings,
      Consumer<SimEvent> events) {
    this.world = world;
    this.dialect = dialect;
    // Its messages are the same in every store.
    PortalPolicy alone = PortalPolicy.DEFAULT.withoutSharing();
    this.policy = checkpoints.map(alone::withCheckpoints).orElse(alone);
    this.surroundings = surroundings;
    this.events = events;
  }

  /** Opens the next portal. */
  void open(String domain, Recording recording) {
    PortalCrashes own =
        new PortalCrashes(
            () -> events.accept(new SimEvent.Faulted(domain, Fault.PORTAL_CRASHED.label())));
    crashes.put(domain, own);
    stores.add(own.over(surroundings.openPortal(world, stores.size() + 1)));
    int index = stores.size() - 1;
    RecordingPortal portal =
        new RecordingPortal(
            opened(domain, index),
            recording,
            present -> surroundings.link().to(present, world),
            own,
            () -> surroundings.disks().isPresent() && disk(index).crashed(),
            () -> restart(domain));
    portals.put(domain, portal);
    hostile.add(world, domain, portal, recording, events);
  }

  private MeshPortalDirect opened(String domain, int index) {
    MeshPortalDirect opened =
        MeshPortalDirect.open(world, domain, dialect, stores.get(index), policy);
    if (!surroundings.records()) {
      opened.trace().stop();
    }
    return opened;
  }

  /** Puts a backup in place of all that a portal has, and starts it again. */
  void restore(String domain, PortalStore backup) {
    int index = closed(domain);
    PortalStore store = crashes(domain).over(surroundings.openEmptyPortal(world, index + 1));
    stores.set(index, store);
    surroundings.besidePortal(index + 1, () -> PortalTransfer.copy(backup, store));
    loggedBefore -= store.counts().octetsWritten();
    at(domain).restarted(opened(domain, index));
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
    at(domain).restarted(opened(domain, index));
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

  /**
   * Somebody sends a portal a forged request.
   *
   * @return empty if there is nobody whom it could be done to, or the portal is away
   */
  Optional<SimEvent.Forged> forge(String domain, Forgery forgery) {
    Forger forger = forgers.computeIfAbsent(domain, absent -> forgerAt(at(domain)));
    List<String> there = accounts.stream().filter(name -> name.endsWith("@" + domain)).toList();
    return at(domain).reach() == Reach.BOTH_WAYS ? forger.forge(forgery, there) : Optional.empty();
  }

  private Forger forgerAt(RecordingPortal portal) {
    return portal.isElsewhere() ? Forger.visiting(world, portal) : new Forger(world, portal);
  }

  /** The accounts that steps name are known to everybody. */
  void saw(SimEvent.Began began) {
    began.arguments().values().stream()
        .filter(value -> value.indexOf('@') > 0 && value.indexOf(' ') < 0)
        .forEach(accounts::add);
  }

  /** Closes a portal and its store, and returns its number, counted from 0. */
  private int closed(String domain) {
    int index = indexOf(domain);
    loggedBefore += stores.get(index).counts().octetsWritten();
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
  }

  List<String> domains() {
    return List.copyOf(portals.keySet());
  }

  /** The portals as machines reach them. */
  HostilePortals hostile() {
    return hostile;
  }

  /** The first portal. */
  RecordingPortal first() {
    return portals.values().iterator().next();
  }

  /** The portal of a domain. */
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
    return policy.checkpoints() != null;
  }

  /** True if they prove the records of a Transfer. */
  boolean proveTransfers() {
    return makeCheckpoints() && dialect == Dialect.MESH;
  }

  /**
   * A number that grows with what is written to the logs: octets since the scenario began; of
   * portals that make checkpoints the number of the other records, since any request may write one.
   */
  long logged() {
    if (makeCheckpoints()) {
      return stores.stream()
          .flatMap(store -> store.keysAfter(0, Integer.MAX_VALUE).stream())
          .filter(key -> !MapHead.is(key.log(), key.primaryKey()))
          .count();
    }
    return loggedBefore + stores.stream().mapToLong(store -> store.counts().octetsWritten()).sum();
  }

  void close() {
    portals.values().forEach(RecordingPortal::end);
  }
}
