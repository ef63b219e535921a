package dev.meshsim.scenario.surroundings;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.sim.Reach;
import dev.meshsim.sim.hostile.Audience;
import dev.meshsim.sim.hostile.CopiedPortal;
import dev.meshsim.sim.hostile.Copies;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.HandOver;
import dev.meshsim.sim.schedule.Turns;
import dev.meshsim.sim.watch.SimulatedWitnesses;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those who vouch for the logs of a scenario's portals: its witnesses, and the portals for each
 * other. A portal asks them when it is tended; what it asks goes where its lies lead.
 */
public final class Vouching {

  private static final Executor AT_ONCE = Runnable::run;

  /** Not within the time of a run. */
  private static final CheckpointPolicy NEVER =
      new CheckpointPolicy(Integer.MAX_VALUE, Duration.ofDays(365));

  private final World world;
  private final LogSetting setting;
  private final HostilePortals portals;
  private final Consumer<SimEvent> events;
  private final Optional<SimulatedWitnesses> witnesses;
  private final Map<String, NoteKey> keys = new LinkedHashMap<>();

  /** The checkpoint or the evidence that a portal has of another one, by both domains. */
  private final Map<String, PeerHead> noted = new HashMap<>();

  private final List<SimEvent.Accused> accusations = new ArrayList<>();
  private @Nullable Turns turns;

  /**
   * Nobody knows a log yet.
   *
   * @param portals the portals as others see them
   * @param events receives what witnesses and portals do
   */
  public Vouching(
      World world, LogSetting setting, HostilePortals portals, Consumer<SimEvent> events) {
    this.world = world;
    this.setting = setting;
    this.portals = portals;
    this.events = events;
    this.witnesses =
        setting
            .witnesses()
            .map(some -> new SimulatedWitnesses(world, some.count(), some.needed(), this::saw));
  }

  /** Passes an event on, and keeps the evidence of it. */
  private void saw(SimEvent event) {
    if (event instanceof SimEvent.Accused accused) {
      Evidence.read(accused.evidence()).judge();
      accusations.add(accused);
    }
    events.accept(event);
  }

  /** The witnesses and the domains of the portals that have evidence of what a portal did. */
  public Set<String> accusers(String portal) {
    return accusations.stream()
        .filter(one -> one.portal().equals(portal))
        .map(SimEvent.Accused::by)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Everybody knows the key of a portal's log, which is made if the store has none. */
  public void know(String domain, PortalStore store) {
    NoteKey key = new PortalKeyring(world, domain, store).logSigner().key();
    keys.put(domain, key);
    witnesses.ifPresent(all -> all.know(key));
  }

  /**
   * The policy of a portal, whose partners are all that there are.
   *
   * @param checkpoints those that it makes; it asks nobody unless they are witnessed
   */
  public PortalPolicy of(String domain, PortalPolicy alone, Copies.Checkpoints checkpoints) {
    PortalPolicy logging =
        alone.withCheckpoints(
            checkpoints == Copies.Checkpoints.NONE ? NEVER : setting.checkpoints());
    if (checkpoints != Copies.Checkpoints.WITNESSED || !setting.isWatched()) {
      return logging;
    }
    List<PeerLink> peers = new ArrayList<>();
    if (setting.exchange().isPresent()) {
      keys.forEach(
          (other, key) -> {
            if (!other.equals(domain)) {
              peers.add(new PeerLink(key, new Peer(other)));
            }
          });
    }
    return logging.withPartners(
        new LogPartners(
            witnesses
                .map(SimulatedWitnesses::policy)
                .orElseGet(() -> WitnessPolicy.parse(Bytes.utf8("quorum none\n"))),
            witnesses.map(all -> all.links(this::handOver)).orElse(List.of()),
            LogPartners.USUAL_REFRESH,
            peers,
            setting.exchange().orElse(LogPartners.USUAL_EXCHANGE),
            line -> {}));
  }

  /** True if others than the machines look at the logs. */
  public boolean isWatched() {
    return setting.isWatched();
  }

  /** The demand of a machine with this clock. */
  public Optional<WitnessDemand> demand(World clock) {
    return witnesses.map(all -> new WitnessDemand(all.policy(), WitnessDemand.USUAL_AGE, clock));
  }

  /** The witnesses; empty if there are none. */
  public Optional<SimulatedWitnesses> witnesses() {
    return witnesses;
  }

  /**
   * A portal does what is due besides the requests: it asks its witnesses and the other portals. A
   * portal that shows its witnesses a branch asks about that, once it is longer than the log.
   */
  private void tend(String domain, RecordingPortal portal, Supplier<PortalStore> store) {
    Optional<CopiedPortal> branch =
        portals
            .at(domain)
            .shownTo(Audience.WITNESSES)
            .filter(copy -> copy.records() > store.get().tree().size());
    if (branch.isPresent()) {
      branch.get().tend(AT_ONCE);
    } else if (portal.tend(AT_ONCE)) {
      keys.keySet().forEach(other -> note(domain, other, store.get()));
    }
  }

  /** A portal as {@link Tending} has it. */
  public Tending.Tended tended(String domain, RecordingPortal portal, Supplier<PortalStore> store) {
    return own -> {
      turns = own.orElse(null);
      try {
        tend(domain, portal, store);
      } finally {
        turns = null;
      }
    };
  }

  private void handOver(HandOver at) {
    Turns own = turns;
    if (own != null) {
      turns = null;
      own.handOver(at);
      turns = own;
    }
  }

  /** Tells what a portal has noted of another one since it was looked at last. */
  private void note(String domain, String other, PortalStore store) {
    Optional<DataItem> record;
    try {
      record = store.transact(tx -> tx.latest(LogName.PORTAL, PeerHead.key(other)));
    } catch (MeshException e) {
      // A store whose disk has failed gives nothing until its program starts again.
      return;
    }
    record
        .map(PeerHead::read)
        .filter(head -> !head.equals(noted.put(domain + " " + other, head)))
        .ifPresent(
            head ->
                saw(
                    head.evidence() == null
                        ? new SimEvent.PeerSeen(domain, head.checkpoint())
                        : new SimEvent.Accused(domain, other, Bytes.utf8(head.evidence()))));
  }

  /** The way to what another portal publishes. */
  private final class Peer implements PeerPort {

    private final String domain;

    private Peer(String domain) {
      this.domain = domain;
    }

    @Override
    public Bytes checkpoint() {
      return published("checkpoint");
    }

    @Override
    public Bytes tile(Tile tile) {
      return published(tile.path());
    }

    @Override
    public Bytes keys() {
      return published("keys");
    }

    private Bytes published(String path) {
      handOver(HandOver.REQUEST);
      if (portals.reach(domain).get() != Reach.BOTH_WAYS) {
        throw PortalException.unreachable(domain, new IOException("it is away"));
      }
      MeshPortal shown =
          portals
              .at(domain)
              .shownTo(Audience.PEERS)
              .<MeshPortal>map(copy -> copy)
              .orElseGet(() -> portals.at(domain).honest());
      Bytes octets =
          shown
              .published(path)
              .orElseThrow(
                  () ->
                      PortalException.unreachable(
                          domain, new IOException("it publishes no checkpoint")));
      handOver(HandOver.RESPONSE);
      return octets;
    }
  }
}
