package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.report.Display;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The world of one scenario while it runs: its portals, and a machine for each name. */
public final class Stage implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final SeededWorld world;
  private final List<PortalStore> stores;
  private final Recording recording;
  private final Map<String, RecordingPortal> portals = new LinkedHashMap<>();
  private final Map<String, Actor> players = new LinkedHashMap<>();
  private final List<Display> displays = new ArrayList<>();

  /**
   * Opens the portals on their stores, which are closed with the stage.
   *
   * @param stores a store for each portal of the scenario, in its order
   * @param machines makes the machine of a name
   */
  public Stage(
      SeededWorld world,
      Scenario scenario,
      Dialect dialect,
      Suite suite,
      List<PortalStore> stores,
      Machines machines) {
    this.world = world;
    this.stores = List.copyOf(stores);
    this.recording = new Recording(world);
    for (int i = 0; i < stores.size(); i++) {
      String domain = scenario.portals().get(i);
      portals.put(
          domain,
          new RecordingPortal(
              MeshPortalDirect.open(world, domain, dialect, stores.get(i)), recording));
    }
    boolean opened = false;
    try {
      for (String name : scenario.machines()) {
        MeshMachine machine = machines.open(world, name);
        players.put(name, new Actor(machine, new MeshSession(machine, reachable(), suite)));
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** A single portal answers for every domain; it refuses the accounts of others itself. */
  private MeshPortals reachable() {
    return portals.size() == 1
        ? MeshPortals.only(portal())
        : MeshPortals.of(List.copyOf(portals.values()));
  }

  /** Makes machines. */
  public interface Machines {
    MeshMachine open(SeededWorld world, String name);
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

  /** The stores of the portals' records, in the order of the scenario's portals. */
  public List<PortalStore> portalStores() {
    return stores;
  }

  /** The growth of the portals' logs since they were opened, in octets. */
  public long logged() {
    return stores.stream().mapToLong(store -> store.counts().octetsWritten()).sum();
  }

  /** Prints {@code json} in the transcript, in the clear. */
  void display(Step step, Bytes json) {
    displays.add(new Display(step.number(), step.kind().word(), json));
  }

  public List<Display> displays() {
    return List.copyOf(displays);
  }

  public List<TracedExchange> traced() {
    return recording.traced();
  }

  @Override
  public void close() {
    players.values().forEach(player -> player.machine().close());
    portals.values().forEach(RecordingPortal::close);
  }
}
