package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.peer.PeerHead;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Portals that exchange their checkpoints, one of which changes its keys. */
class PeerKeyChangeTest extends PeerScene {

  private void exchanged() {
    world.pause(HOUR);
    tend();
    tend();
  }

  private NoteKey changed(MeshPortalDirect portal) {
    portal.keyring().change(Suite.ED25519);
    return portal.keyring().logSigner().key();
  }

  @Test
  void aChangeIsFollowed() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    exchanged();
    assertEquals(keyB.text(), chain(a, keyA).key());
    for (int i = 0; i < 2; i++) {
      NoteKey next = changed(b);
      put(storeB, "MC" + i);
      exchanged();
      assertEquals(List.of(), warnings);
      PeerHead head = chain(a, keyA);
      assertEquals(next.text(), head.key());
      assertEquals("b.example", head.open(next).origin());
      assertNull(head.evidence());
    }
  }

  /** A portal of the peer's name and first keys with another log. */
  private MeshPortalDirect liar(PortalStore other) {
    keys(other);
    for (int i = 0; i < 9; i++) {
      put(other, "MD" + i);
    }
    return open("b.example", other, keyA, toA);
  }

  @Test
  void aForkAcrossAChangeIsProved() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    exchanged();
    MeshPortalDirect liar = liar(new MemoryPortalStore());
    NoteKey next = changed(liar);
    liar.tend(Runnable::run);
    toB.to = liar;
    exchanged();
    PeerHead head = chain(a, keyA);
    assertEquals(keyB.text(), head.key(), "the last good checkpoint stays");
    ForkEvidence evidence = (ForkEvidence) Evidence.read(Bytes.utf8(head.evidence()));
    assertTrue(evidence.judge().contains("b.example has signed two histories"), evidence::judge);
    assertEquals(next.text(), evidence.key());
    assertEquals(2, evidence.statements() == null ? 0 : evidence.statements().size());
  }

  /** Two changes that follow one statement: the second does not make the first unseen. */
  @Test
  void anotherChangeInPlaceOfTheKnownOneIsNotFollowed() {
    put(storeA, "MA");
    put(storeB, "MB");
    tend();
    exchanged();
    PortalStore other = new MemoryPortalStore();
    MeshPortalDirect liar = liar(other);
    NoteKey known = changed(b);
    exchanged();
    assertEquals(known.text(), chain(a, keyA).key());
    assertNotEquals(known, changed(liar));
    liar.tend(Runnable::run);
    toB.to = liar;
    exchanged();
    PeerHead head = chain(a, keyA);
    assertEquals(known.text(), head.key());
    Checkpoint seen = head.open(known);
    assertEquals("b.example", seen.origin());
    assertTrue(
        warnings.stream().anyMatch(line -> line.contains("no signature of")), warnings::toString);
  }
}
