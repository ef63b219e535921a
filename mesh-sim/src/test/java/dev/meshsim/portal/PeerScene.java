package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.StatusResponse;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.peer.PeerChain;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two portals that exchange their checkpoints. */
abstract class PeerScene {

  static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));
  static final Duration HOUR = Duration.ofHours(1);

  final SeededWorld world = World.seeded(25);
  final List<String> warnings = new ArrayList<>();
  final Way toB = new Way();
  final Way toA = new Way();
  final PortalStore storeA = new MemoryPortalStore();
  final PortalStore storeB = new MemoryPortalStore();
  final NoteKey keyA = key("a.example", storeA);
  final NoteKey keyB = key("b.example", storeB);
  final MeshPortalDirect a = open("a.example", storeA, keyB, toB);
  final MeshPortalDirect b = open("b.example", storeB, keyA, toA);

  PeerScene() {
    toA.to = a;
    toB.to = b;
  }

  /** The way from one portal to another, which may be led to a third. */
  static final class Way implements PeerPort {

    MeshPortalDirect to;
    int asked;

    @Override
    public Bytes checkpoint() {
      asked++;
      return get("checkpoint");
    }

    @Override
    public Bytes tile(Tile tile) {
      return get(tile.path());
    }

    @Override
    public Bytes keys() {
      return get("keys");
    }

    private Bytes get(String path) {
      return to.published(path)
          .orElseThrow(() -> TransparencyException.withheld(to.domain(), "part of its log"));
    }
  }

  NoteKey key(String domain, PortalStore store) {
    return new PortalKeyring(world, domain, store).logSigner().key();
  }

  MeshPortalDirect open(String domain, PortalStore store, NoteKey peer, PeerPort way) {
    return MeshPortalDirect.open(
        world,
        domain,
        Dialect.MESH,
        store,
        PortalPolicy.DEFAULT
            .withCheckpoints(POLICY)
            .withPartners(
                new LogPartners(
                    WitnessPolicy.parse(Bytes.utf8("quorum none\n")),
                    List.of(),
                    LogPartners.USUAL_REFRESH,
                    List.of(new PeerLink(peer, way)),
                    LogPartners.USUAL_EXCHANGE,
                    warnings::add)));
  }

  /** Gives a store the keys of the second portal. */
  void keys(PortalStore store) {
    try (SecretBytes keys = storeB.keys().orElseThrow()) {
      store.putKeys(Optional.empty(), keys);
    }
  }

  void put(PortalStore store, String key) {
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
          return true;
        });
  }

  void tend() {
    // Twice, so that the checkpoint covers the record of what the first round fetched.
    for (int i = 0; i < 2; i++) {
      a.tend(Runnable::run);
      b.tend(Runnable::run);
      world.pause(POLICY.interval());
    }
    status(a);
    status(b);
  }

  StatusResponse status(MeshPortalDirect portal) {
    return new MeshClient(world, "m", portal, AccountName.parse("x@" + portal.domain())).status();
  }

  Optional<DataItem> record(PortalStore store, String peer) {
    return store.transact(tx -> tx.latest(LogName.PORTAL, PeerHead.key(peer)));
  }

  PeerHead chain(MeshPortalDirect portal, NoteKey key) {
    List<Bytes> chains = status(portal).peers();
    assertEquals(1, chains == null ? 0 : chains.size());
    return PeerChain.read(chains.get(0)).check(key);
  }
}
