package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The world of one attack on those who read a portal's log: devices, witnesses, a peer. */
final class LogAttackStage implements PeerPort {

  private static final int STEPS = 36;
  static final Duration STEP = Duration.ofMinutes(5);

  /** The first notice of an attack. */
  record Noticed(String who, Duration after, String code, String evidence) {}

  final TestWitnesses witnesses = new TestWitnesses();
  final WatchedPortal scene;
  private final PortalStore peerStore = new MemoryPortalStore();
  final MeshPortalDirect peer;
  MeshPortalDirect shown;
  Optional<Noticed> noticed = Optional.empty();
  private Duration passed = Duration.ZERO;
  private final boolean witnessed;

  /** The portal that does what is due besides the requests, and what it shows to its peer. */
  MeshPortalDirect tended;

  LogAttackStage(Path place, boolean witnessed) {
    this.witnessed = witnessed;
    scene =
        new WatchedPortal(
            Dialect.MESH,
            place,
            world ->
                PortalPolicy.DEFAULT
                    .withCheckpoints(WatchedPortal.POLICY)
                    .withPartners(witnesses.partners(world, List.of())),
            machine -> {});
    witnesses.logs.add(scene.portal.keyring().logSigner().key());
    shown = scene.portal;
    tended = scene.portal;
    tend(scene.portal);
    peer =
        MeshPortalDirect.open(
            scene.world,
            "b.example",
            Dialect.MESH,
            peerStore,
            PortalPolicy.DEFAULT
                .withCheckpoints(WatchedPortal.POLICY)
                .withPartners(
                    new LogPartners(
                        WitnessPolicy.parse(Bytes.utf8("quorum none\n")),
                        List.of(),
                        LogPartners.USUAL_REFRESH,
                        List.of(new PeerLink(scene.portal.keyring().logSigner().key(), this)),
                        LogPartners.USUAL_EXCHANGE,
                        line -> {})));
    tend(peer);
    if (witnessed) {
      scene.machines().forEach(witnesses::demandedBy);
    }
    // Both devices have seen a checkpoint that the witnesses have cosigned.
    session(scene.desktopMachine, scene.desktopWay).refresh();
    session(scene.laptopMachine, scene.laptopWay).refresh();
  }

  @Override
  public Bytes checkpoint() {
    return shown.published("checkpoint").orElseThrow();
  }

  @Override
  public Bytes tile(Tile tile) {
    return shown.published(tile.path()).orElseThrow();
  }

  @Override
  public Bytes keys() {
    return shown.published("keys").orElseThrow();
  }

  void tend(MeshPortalDirect portal) {
    portal.tend(Runnable::run);
    if (!witnesses.accused.isEmpty()) {
      notice("witness", Code.FORKED.code(), witnesses.accused.get(0));
    }
    peerStore
        .transact(tx -> tx.latest(LogName.PORTAL, PeerHead.key("example.com")))
        .map(item -> PeerHead.read(item).evidence())
        .ifPresent(text -> notice("peer", Code.FORKED.code(), Evidence.read(Bytes.utf8(text))));
  }

  private void notice(String who, String what, Evidence evidence) {
    if (noticed.isEmpty()) {
      if (evidence != null) {
        assertFalse(evidence.judge().isEmpty());
      }
      noticed =
          Optional.of(
              new Noticed(
                  who,
                  passed,
                  what,
                  evidence == null ? "none" : evidence.getClass().getSimpleName()));
    }
  }

  void tries(String who, Runnable call) {
    try {
      call.run();
    } catch (TransparencyException.Proved e) {
      notice(who, e.code(), Evidence.read(e.evidence()));
    } catch (MeshException e) {
      notice(who, e.code(), null);
    }
  }

  private PersonalSession session(MeshMachine machine, MeshPortal way) {
    return new MeshSession(machine, way).personalSession(WatchedPortal.ALICE);
  }

  /** Lets time pass until somebody notices, or three hours have passed. */
  Optional<Noticed> run() {
    PersonalSession desktop = session(scene.desktopMachine, scene.desktopWay);
    PersonalSession laptop = session(scene.laptopMachine, scene.laptopWay);
    for (int step = 1; step <= STEPS && noticed.isEmpty(); step++) {
      passed = STEP.multipliedBy(step);
      scene.world.pause(STEP);
      tend(tended);
      tend(peer);
      tries("device", laptop::refresh);
      if (witnessed) {
        tries("other device", desktop::refresh);
      }
    }
    return noticed;
  }
}
