package dev.meshsim.transparency.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A witness of a log whose key is changed. */
class WitnessKeyChangeTest {

  private static final String ORIGIN = "mesh.example";

  private final World world = World.seeded(24);
  private final PortalKeyring keyring = new PortalKeyring(world, ORIGIN, new MemoryPortalStore());
  private final NoteSigner first = keyring.logSigner();
  private final TestLog log = TestLog.example().signedBy(first);
  private final List<Evidence> accused = new ArrayList<>();

  private Witness witness(List<NoteKey> known, List<KeyChain> chains) {
    return new Witness(
        world, TestLog.witness(), new MemoryWitnessStore(), known, chains, accused::add);
  }

  private KeyChain published() {
    return KeyChain.readPublished(KeyChain.published(keyring.current().shown()));
  }

  @Test
  void aForkAcrossAChangeIsProvedByTheStatements() {
    keyring.change(Suite.ED25519);
    keyring.change(Suite.ED25519);
    NoteSigner second = keyring.logSigner();
    TestLog fork = log.forkedAt(5).signedBy(second);
    List<NoteKey> keys = List.of(first.key(), second.key());
    Witness without = witness(keys, List.of());
    assertEquals(200, without.add(log.request(0, 9)).status());
    assertEquals(422, without.add(fork.request(9, 12)).status());
    assertEquals(List.of(), accused);
    Witness with = witness(keys, List.of(published()));
    assertEquals(200, with.add(log.request(0, 9)).status());
    assertEquals(422, with.add(fork.request(9, 12)).status());
    assertEquals(1, accused.size());
    Evidence read = Evidence.read(accused.get(0).text());
    assertTrue(read.judge().contains("two histories"), read.judge());
    assertEquals(200, with.add(log.signedBy(second).request(9, 12)).status());
  }

  @Test
  void aForkByOneKeyNeedsNoStatements() {
    keyring.change(Suite.ED25519);
    Witness witness = witness(List.of(first.key()), List.of(published()));
    assertEquals(200, witness.add(log.request(0, 9)).status());
    assertEquals(422, witness.add(log.forkedAt(5).request(9, 12)).status());
    assertTrue(!accused.get(0).text().utf8().contains("Statements"));
    assertEquals(403, witness.add(log.signedBy(keyring.logSigner()).request(9, 12)).status());
  }
}
