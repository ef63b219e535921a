package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A machine's watch on a log: what it accepts, and what it has evidence of. */
class LogWatchTest extends WatchScene {

  /** A receipt with another signature than it was accepted with serves as well. */
  @Test
  void whatIsRememberedIsNotVerifiedAgain() {
    put("one");
    log.makeNow();
    put("two");
    read(watch, "two");
    LogMemory memory = kept.memory.orElseThrow();
    LogMemory.Kept receipt = memory.receipts().get(0);
    String text = receipt.receipt().utf8();
    int at = text.indexOf("\"signature\"") + 20;
    String other =
        text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    assertThrows(
        TransparencyException.class,
        () -> Receipt.read(Bytes.utf8(other), keyring.current().newest()));
    kept.save(
        memory.withReceipts(List.of(new LogMemory.Kept(receipt.statement(), Bytes.utf8(other)))));
    later();
    read(watch, "two");
    assertEquals(List.of(), kept.memory.orElseThrow().receipts());
  }

  @Test
  void whatIsReadAndWrittenIsRemembered() {
    put("a");
    later();
    read(watch, "a");
    put("b");
    watch.wrote(LogName.MESH, "b", receipt(latest("b")));
    assertEquals(1, kept.memory.orElseThrow().receipts().size());
    // No checkpoint covers it yet: it stays open, and is not kept twice.
    read(watch, "b");
    assertEquals(1, kept.memory.orElseThrow().receipts().size());
    later();
    read(watch, "a");
    assertEquals(0, kept.memory.orElseThrow().receipts().size());
    assertEquals(latest("b").number(), seen("b"));
    keyring.change(Suite.ED25519);
    put("a");
    later();
    read(watch, "a");
    assertEquals(latest("a").number(), seen("a"));
  }

  @Test
  void anAnswerMayBeOlderThanWhatAnotherExchangeHasLearned() {
    put("a");
    later();
    LogWatch.Asked early = watch.begin();
    LogAnswer first = answer(early, "a");
    DataItem item = latest("a");
    put("b");
    later();
    read(watch, "b");
    watch.read(early, "a", item, first, Optional.empty());
    assertEquals(log.last().orElseThrow().note().octets().utf8(), watch.checkpoint().orElseThrow());
  }

  @Test
  void anOldRecordThatIsGivenAsTheLatestIsProvedByItsNewerOne() {
    put("a");
    later();
    DataItem old = latest("a");
    read(watch, "a");
    put("a");
    Kept writer = new Kept();
    watch(writer).wrote(LogName.MESH, "a", receipt(latest("a")));
    later();
    read(watch, "a");
    for (LogWatch deceived : List.of(watch, watch(writer))) {
      LogWatch.Asked asked = deceived.begin();
      LogAnswer lie = lie(asked, old);
      TransparencyException.Proved failure =
          assertThrows(
              TransparencyException.Proved.class,
              () -> deceived.read(asked, "a", old, lie, Optional.empty()));
      assertEquals(Code.NOT_LATEST, failure.errorCode());
      NotLatestEvidence evidence = (NotLatestEvidence) Evidence.read(failure.evidence());
      assertEquals(failure.problem(), evidence.judge());
      Failing.with(
          Code.NO_EVIDENCE,
          () ->
              new NotLatestEvidence(
                      evidence.key(),
                      "mesh",
                      "b",
                      evidence.shown(),
                      evidence.proof(),
                      evidence.receipt(),
                      null)
                  .judge());
      LogProof right =
          log.answer(LogName.MESH, "a", asked.query(), Optional.empty()).orElseThrow().proof();
      Failing.with(
          Code.NO_EVIDENCE,
          () ->
              new NotLatestEvidence(
                      evidence.key(),
                      "mesh",
                      "a",
                      right,
                      evidence.proof(),
                      evidence.receipt(),
                      null)
                  .judge());
      Failing.with(
          Code.NO_EVIDENCE,
          () ->
              new NotLatestEvidence(evidence.key(), "mesh", "a", right, null, null, null).judge());
    }
  }

  @Test
  void theLastRecordThatACheckpointCoversIsNotHidden() {
    put("a");
    later();
    DataItem old = latest("a");
    read(watch, "a");
    put("a");
    watch.wrote(LogName.MESH, "a", receipt(latest("a")));
    LogWatch.Asked asked = watch.begin();
    LogAnswer lie = lie(asked, old);
    assertEquals(latest("a").number(), MapHead.read(lie.proof().head().mapHead()).size());
    TransparencyException.Proved failure =
        assertThrows(
            TransparencyException.Proved.class,
            () -> watch.read(asked, "a", old, lie, Optional.empty()));
    assertEquals(Code.NOT_LATEST, failure.errorCode());
  }

  @Test
  void aCheckpointOfAnotherHistoryThatAnObjectNamesIsProved() {
    put("a");
    later();
    read(watch, "a");
    Checkpoint forged = new Checkpoint(DOMAIN, new TreeHead(1, latestLeafOf("other")));
    String theirs = keyring.logSigner().sign(forged.text()).octets().utf8();
    LogWatch.Asked asked = watch.begin();
    LogAnswer answer =
        log.answer(LogName.MESH, "a", asked.query(), Optional.of(theirs)).orElseThrow();
    TransparencyException.Proved failure =
        assertThrows(
            TransparencyException.Proved.class,
            () -> watch.read(asked, "a", latest("a"), answer, Optional.of(theirs)));
    assertEquals(Code.FORKED, failure.errorCode());
    assertEquals(failure.problem(), Evidence.read(failure.evidence()).judge());
    String more =
        keyring
            .logSigner()
            .sign(new Checkpoint(DOMAIN, new TreeHead(99, latestLeafOf("other"))).text())
            .octets()
            .utf8();
    Failing.with(
        Code.ROLLED_BACK, () -> watch.read(asked, "a", latest("a"), answer, Optional.of(more)));
    // A key that the portal no longer has, or a text that names nothing, says nothing.
    watch.read(asked, "a", latest("a"), answer, Optional.of(""));
  }

  private static Bytes latestLeafOf(String text) {
    return new TreeHasher().leaf(Bytes.utf8(text));
  }

  @Test
  void aRecordThatIsNotThereInTimeIsProvedByItsReceipt() {
    put("a");
    later();
    read(watch, "a");
    Receipt promise =
        new Receipt(
            DOMAIN,
            "mesh",
            "gone",
            50,
            latestLeafOf("gone"),
            world.now(),
            world.now().plus(Duration.ofMinutes(6)));
    watch.wrote(
        LogName.MESH, "gone", promise.sign(keyring.current(), world.stream("test", "receipt")));
    put("b");
    later();
    read(watch, "b");
    for (int i = 0; i < 6; i++) {
      later();
    }
    put("c");
    later();
    TransparencyException.Proved failure =
        assertThrows(TransparencyException.Proved.class, () -> read(watch, "c"));
    assertEquals(Code.DROPPED, failure.errorCode());
    DroppedEvidence evidence = (DroppedEvidence) Evidence.read(failure.evidence());
    assertEquals(failure.problem(), evidence.judge());
    HeadProof early = kept.memory.orElseThrow().head();
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new DroppedEvidence(
                    evidence.receipt(), Objects.requireNonNull(early), null, List.of(), null)
                .judge());
  }
}
