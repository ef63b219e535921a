package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.Checkpoint;
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
import org.junit.jupiter.api.Test;

/** Portals that exchange their checkpoints. */
class PeersTest {

  private static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));
  private static final Duration HOUR = Duration.ofHours(1);

  private final SeededWorld world = World.seeded(25);
  private final List<String> warnings = new ArrayList<>();
  private final Way toB = new Way();
  private final Way toA = new Way();
  private final PortalStore storeA = new MemoryPortalStore();
  private final PortalStore storeB = new MemoryPortalStore();
  private final NoteKey keyA = key("a.example", storeA);
  private final NoteKey keyB = key("b.example", storeB);
  private final MeshPortalDirect a = open("a.example", storeA, keyB, toB);
  private final MeshPortalDirect b = open("b.example", storeB, keyA, toA);

  PeersTest() {
    toA.to = a;
    toB.to = b;
  }

  /** The way from one portal to another, which may be led to a third. */
  private static final class Way implements PeerPort {

    private MeshPortalDirect to;
    private int asked;

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

  private NoteKey key(String domain, PortalStore store) {
    return new PortalKeyring(world, domain, store).logSigner().key();
  }

  private MeshPortalDirect open(String domain, PortalStore store, NoteKey peer, PeerPort way) {
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
  private void keys(PortalStore store) {
    try (SecretBytes keys = storeB.keys().orElseThrow()) {
      store.putKeys(Optional.empty(), keys);
    }
  }

  private void put(PortalStore store, String key) {
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
          return true;
        });
  }

  private void tend() {
    // Twice, so that the checkpoint covers the record of what the first round fetched.
    for (int i = 0; i < 2; i++) {
      a.tend(Runnable::run);
      b.tend(Runnable::run);
      world.pause(POLICY.interval());
    }
    status(a);
    status(b);
  }

  private StatusResponse status(MeshPortalDirect portal) {
    return new MeshClient(world, "m", portal, AccountName.parse("x@" + portal.domain())).status();
  }

  private Optional<DataItem> record(PortalStore store, String peer) {
    return store.transact(tx -> tx.latest(LogName.PORTAL, PeerHead.key(peer)));
  }

  private PeerHead chain(MeshPortalDirect portal, NoteKey key) {
    List<Bytes> chains = status(portal).peers();
    assertEquals(1, chains == null ? 0 : chains.size());
    return PeerChain.read(chains.get(0)).check(key);
  }

  @Test
  void eachHasTheOthersCheckpointInItsLogAndProvesIt() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    world.pause(HOUR);
    tend();
    tend();
    assertEquals(List.of(), warnings);
    PeerHead ofB = chain(a, keyA);
    Checkpoint seen = ofB.open(keyB);
    assertEquals("b.example", seen.origin());
    assertEquals(keyB.text(), ofB.key());
    assertNull(ofB.evidence());
    assertEquals("a.example", chain(b, keyB).open(keyA).origin());
  }

  @Test
  void aChainOfAnotherPortalIsRefused() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    world.pause(HOUR);
    tend();
    tend();
    assertThrows(TransparencyException.class, () -> chain(a, keyB));
    PeerChain chain = PeerChain.read(status(a).peers().get(0));
    PeerChain other = PeerChain.read(status(b).peers().get(0));
    assertThrows(
        TransparencyException.class,
        () -> new PeerChain(other.record(), chain.proof()).check(keyA));
    assertThrows(TransparencyException.class, () -> PeerChain.read(Bytes.utf8("{}")));
  }

  @Test
  void peersAreAskedOnceAnHour() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    int before = toB.asked;
    for (int minute = 0; minute < 120; minute++) {
      world.pause(Duration.ofMinutes(1));
      a.tend(Runnable::run);
    }
    assertEquals(before + 2, toB.asked);
  }

  @Test
  void aPortalThatStartsAgainGoesOnWhereItWas() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    world.pause(HOUR);
    tend();
    int before = toB.asked;
    MeshPortalDirect again = open("a.example", storeA, keyB, toB);
    again.tend(Runnable::run);
    assertEquals(before, toB.asked, "it is not due yet");
    world.pause(HOUR);
    again.tend(Runnable::run);
    assertEquals(before + 1, toB.asked);
  }

  @Test
  void aPeerThatDoesNotAnswerIsAskedAgainSoon() {
    put(storeA, "MA");
    a.tend(Runnable::run);
    assertTrue(warnings.get(0).startsWith("the peer b.example: "), warnings::toString);
    assertEquals(Optional.empty(), record(storeA, "b.example"));
    assertNull(status(a).peers());
    put(storeB, "MB");
    b.tend(Runnable::run);
    world.pause(Duration.ofMinutes(5));
    a.tend(Runnable::run);
    assertTrue(record(storeA, "b.example").isPresent());
  }

  @Test
  void aForkIsKeptAsEvidenceThatEverybodyJudges() {
    put(storeA, "MA");
    for (int i = 0; i < 5; i++) {
      put(storeB, "MB" + i);
    }
    tend();
    world.pause(HOUR);
    tend();
    String good = chain(a, keyA).checkpoint();
    // Another portal with the same key, whose log has other records.
    PortalStore other = new MemoryPortalStore();
    keys(other);
    for (int i = 0; i < 9; i++) {
      put(other, "MC" + i);
    }
    MeshPortalDirect liar = open("b.example", other, keyA, toA);
    liar.tend(Runnable::run);
    toB.to = liar;
    world.pause(HOUR);
    tend();
    tend();
    PeerHead head = chain(a, keyA);
    assertEquals(good, head.checkpoint(), "the last good checkpoint stays");
    Evidence evidence = Evidence.read(Bytes.utf8(head.evidence()));
    assertTrue(evidence.judge().contains("b.example has signed two histories"), evidence::judge);
    assertTrue(
        warnings.stream().anyMatch(line -> line.contains("two histories")), warnings::toString);
  }

  @Test
  void aPeerThatLostRecordsIsReported() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    world.pause(HOUR);
    put(storeB, "MB2");
    tend();
    world.pause(HOUR);
    tend();
    PortalStore young = new MemoryPortalStore();
    keys(young);
    put(young, "MB");
    MeshPortalDirect back = open("b.example", young, keyA, toA);
    back.tend(Runnable::run);
    toB.to = back;
    world.pause(HOUR);
    a.tend(Runnable::run);
    assertTrue(
        warnings.stream().anyMatch(line -> line.contains("records, and its checkpoint has only")),
        warnings::toString);
  }
}
