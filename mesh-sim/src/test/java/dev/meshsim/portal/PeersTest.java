package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.peer.PeerChain;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Portals that exchange their checkpoints. */
class PeersTest extends PeerScene {

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
