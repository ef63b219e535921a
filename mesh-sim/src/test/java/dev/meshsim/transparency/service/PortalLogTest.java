package dev.meshsim.transparency.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.StatusResponse;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checkpoints of a portal: when they are made, and that they bind what they say. */
class PortalLogTest {

  private static final String DOMAIN = "mesh.example";
  private static final CheckpointPolicy POLICY = new CheckpointPolicy(3, Duration.ofMinutes(1));

  private final World world = World.seeded(24);
  private final PortalStore store = new MemoryPortalStore();
  private final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, store);
  private PortalLog log = log(store);

  private PortalLog log(PortalStore on) {
    return new PortalLog(world, DOMAIN, on, keyring::logSigner, POLICY);
  }

  private NoteKey key() {
    return keyring.current().newest().log().orElseThrow();
  }

  private void put(LogName name, String key) {
    store.transact(
        tx -> {
          tx.put(Change.update(name, key, List.of(), Bytes.utf8("{}"), world.now()));
          return true;
        });
  }

  @Test
  void checkpointsAreMadeWhenTheyAreDue() {
    log.makeIfDue();
    assertEquals(Optional.empty(), log.last());
    assertEquals(Optional.empty(), log.next());
    put(LogName.MESH, "a");
    log.makeIfDue();
    assertEquals(2, log.last().orElseThrow().size());
    Instant first = log.last().orElseThrow().time();
    put(LogName.MESH, "b");
    put(LogName.PORTAL, "c");
    log.makeIfDue();
    assertEquals(2, log.last().orElseThrow().size());
    assertEquals(Optional.of(first.plus(POLICY.interval())), log.next());
    put(LogName.MESH, "a");
    log.makeIfDue();
    assertEquals(6, log.last().orElseThrow().size());
    assertEquals(Optional.empty(), log.next());
    world.pause(POLICY.interval());
    log.makeIfDue();
    assertEquals(6, log.last().orElseThrow().size(), "nothing was written since");
    put(LogName.MESH, "d");
    log.makeIfDue();
    assertEquals(8, log.last().orElseThrow().size());
  }

  @Test
  void aCheckpointBindsTheRecordsAndTheLatestOfEachKey() {
    for (String key : List.of("a", "b", "a", "c", "b")) {
      put(LogName.MESH, key);
    }
    put(LogName.PORTAL, "a");
    log.makeIfDue();
    LogHead head = log.last().orElseThrow();
    Checkpoint read = Checkpoint.open(Note.parse(head.note().octets()), key());
    assertEquals(head.checkpoint(), read);
    assertEquals(7, read.tree().size());
    LogTree tree = store.tree();
    DataItem last = store.transact(tx -> tx.latest(LogName.PORTAL, MapHead.KEY)).orElseThrow();
    Bytes leaf = new TreeHasher().leaf(LineWriter.record(LogName.PORTAL, last));
    new ProofCheck().inclusion(6, leaf, tree.proofs().inclusion(6, 7), read.tree());
    assertEquals(new MapHead(6, head.mapHead().root()), MapHead.read(last));
    assertEquals(Optional.of(3L), latest(head, "mesh", "a"));
    assertEquals(Optional.of(5L), latest(head, "mesh", "b"));
    assertEquals(Optional.of(6L), latest(head, "portal", "a"));
    assertEquals(Optional.empty(), latest(head, "portal", "b"));
    assertEquals(Optional.empty(), latest(head, "portal", MapHead.KEY));
  }

  private Optional<Long> latest(LogHead head, String name, String key) {
    Bytes mapKey = MapKey.of(name, key);
    return head.map()
        .proof(mapKey, new MapHasher(), store.tree()::leaves)
        .check(mapKey, head.mapHead().root())
        .map(MapLeaf::number);
  }

  @Test
  void aPortalThatStartsAgainGivesTheSameCheckpoint() {
    put(LogName.MESH, "a");
    log.makeIfDue();
    put(LogName.MESH, "b");
    LogHead before = log.last().orElseThrow();
    PortalLog again = log(store);
    assertEquals(before.note(), again.last().orElseThrow().note());
    for (int i = 0; i < 3; i++) {
      put(LogName.MESH, "b" + i);
      again.makeIfDue();
      log.makeIfDue();
    }
    assertEquals(again.last().orElseThrow().note(), log.last().orElseThrow().note());
  }

  @Test
  void theKeyOfTheLogCanBeChanged() {
    put(LogName.MESH, "a");
    log.makeIfDue();
    NoteKey old = key();
    Note before = log.last().orElseThrow().note();
    keyring.change(Suite.ED25519);
    assertNotEquals(old, key());
    Note after = log.last().orElseThrow().note();
    assertEquals(before.text(), after.text());
    Checkpoint.open(after, key());
    Failing.with(TransparencyException.Code.UNSIGNED, () -> Checkpoint.open(after, old));
  }

  @Test
  void keysThatAPortalHasAlreadyAreKept() {
    PortalKeyring plain = new PortalKeyring(world, DOMAIN, store);
    String before = plain.current().newest().fingerprint();
    assertTrue(plain.current().newest().log().isEmpty());
    keyring.logSigner();
    assertEquals(2, plain.reload().newest().number());
    assertTrue(plain.current().newest().log().isPresent());
    assertEquals(before, plain.current().newest().fingerprint());
    KeyStatement first = KeyStatement.read(plain.current().shown().get(1));
    assertTrue(plain.current().newest().follows(first));
  }

  @Test
  void aHeadOfTheMapThatIsNotThatOfTheRecordsIsNoticed() {
    put(LogName.MESH, "a");
    store.transact(
        tx -> {
          tx.put(new MapHead(1, MapHasher.EMPTY_ROOT).change(true, world.now()));
          return true;
        });
    log = log(store);
    Failing.with(TransparencyException.Code.BAD_TREE, log::last);
    put(LogName.PORTAL, MapHead.KEY);
    Failing.with(TransparencyException.Code.BAD_TREE, log(store)::makeIfDue);
  }

  @Test
  void statusHasTheCheckpoint() {
    MeshService service =
        new MeshService(
            world, DOMAIN, Dialect.MESH, store, PortalPolicy.DEFAULT.withCheckpoints(POLICY));
    StatusResponse empty = status(service);
    assertEquals(null, empty.checkpointValue());
    put(LogName.MESH, "a");
    StatusResponse made = status(service);
    Note note = Note.parse(Bytes.utf8(made.checkpointValue()));
    assertEquals(
        2,
        Checkpoint.open(note, service.keyring().current().newest().log().orElseThrow())
            .tree()
            .size());
    assertEquals(made.lastWriteTime(), made.lastCheckpointTime());
    assertEquals(null, made.nextCheckpointTime());
    put(LogName.MESH, "b");
    assertEquals(
        made.lastCheckpointTime().plus(POLICY.interval()), status(service).nextCheckpointTime());
  }

  private static StatusResponse status(MeshService service) {
    Bytes answer = service.dispatch(MessageCodec.write(Dialect.MESH, new StatusRequest()));
    return (StatusResponse) MessageCodec.readResponse(Dialect.MESH, answer, Transaction.STATUS);
  }
}
