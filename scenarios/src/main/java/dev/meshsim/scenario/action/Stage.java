package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortalDirect;
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

/** The world of one scenario while it runs: a portal, and a machine for each name. */
public final class Stage implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final SeededWorld world;
  private final PortalStore store;
  private final MeshPortalDirect direct;
  private final RecordingPortal portal;
  private final Map<String, Actor> players = new LinkedHashMap<>();
  private final List<Display> displays = new ArrayList<>();

  /**
   * Opens the portal on {@code store}, which is closed with the stage.
   *
   * @param machines makes the machine of a name
   */
  public Stage(
      SeededWorld world,
      Scenario scenario,
      Dialect dialect,
      Suite suite,
      PortalStore store,
      Machines machines) {
    this.world = world;
    this.store = store;
    this.direct = MeshPortalDirect.open(world, scenario.portal(), dialect, store);
    this.portal = new RecordingPortal(world, direct);
    boolean opened = false;
    try {
      for (String name : scenario.machines()) {
        MeshMachine machine = machines.open(world, name);
        players.put(name, new Actor(machine, new MeshSession(machine, portal, suite)));
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** Makes machines. */
  public interface Machines {
    MeshMachine open(SeededWorld world, String name);
  }

  /** Begins a step: one second passes, and the exchanges that follow belong to {@code step}. */
  public void begin(Step step) {
    world.advance(STEP);
    portal.begin(step);
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

  RecordingPortal portal() {
    return portal;
  }

  /** The store of the portal's records. */
  public PortalStore portalStore() {
    return store;
  }

  /** The growth of the portal's logs since they were opened, in octets. */
  public long logged() {
    return store.counts().octetsWritten();
  }

  /** Prints {@code json} in the transcript, in the clear. */
  void display(Step step, Bytes json) {
    displays.add(new Display(step.number(), step.kind().word(), json));
  }

  public List<Display> displays() {
    return List.copyOf(displays);
  }

  public List<TracedExchange> traced() {
    return portal.traced();
  }

  @Override
  public void close() {
    players.values().forEach(player -> player.machine().close());
    direct.close();
  }
}
