package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Evidence between what an earlier key of a log has signed and what a later one has: it has the
 * statements that lead from one to the other, and nobody need be trusted.
 */
class KeyChangeEvidenceTest extends KeyChangeScene {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 14})
  void aFork(int changes) {
    ForkEvidence evidence = fork(changes);
    List<Bytes> statements = evidence.statements();
    assertEquals(changes == 0 ? 0 : changes + 1, statements == null ? 0 : statements.size());
  }

  @Test
  void aForkAcrossMoreChangesThanArePublishedHasNoEvidence() {
    put("a");
    later();
    read(watch, "a");
    change(16);
    PortalStore other = new MemoryPortalStore();
    TransparencyException failure =
        (TransparencyException)
            Failing.with(Code.FORKED, reading(other, branch(other, List.of("b", "c", "a")), "a"));
    assertFalse(failure instanceof TransparencyException.Proved);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOlderState(int changes) {
    put("a");
    put("b");
    put("c");
    later();
    read(watch, "a");
    change(changes);
    world.pause(POLICY.interval());
    PortalStore other = new MemoryPortalStore();
    RolledBackEvidence evidence =
        assertInstanceOf(
            RolledBackEvidence.class,
            proved(Code.ROLLED_BACK, reading(other, branch(other, List.of("a")), "a")));
    assertEquals(changes + 1, Objects.requireNonNull(evidence.statements()).size());
  }

  private LogMemory.Kept promise(long number) {
    Receipt promise =
        new Receipt(
            DOMAIN,
            "mesh",
            "gone",
            number,
            log.receipt(LogName.MESH, latest("a")).leafHash(),
            world.now(),
            world.now());
    Bytes signed = promise.sign(keyring.current(), world.stream("test", "receipt"));
    watch.wrote(LogName.MESH, "gone", signed);
    return new LogMemory.Kept(keyring.current().newest().text(), signed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDroppedRecord(int changes) {
    put("a");
    later();
    promise(50);
    change(changes);
    put("a");
    later();
    DroppedEvidence beyond =
        assertInstanceOf(DroppedEvidence.class, proved(Code.DROPPED, () -> read(watch, "a")));
    assertNull(beyond.leaf());
    assertEquals(changes + 1, Objects.requireNonNull(beyond.statements()).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anotherRecordInItsPlace(int changes) {
    put("a");
    later();
    promise(3);
    change(changes);
    put("b");
    later();
    DroppedEvidence other =
        assertInstanceOf(DroppedEvidence.class, proved(Code.DROPPED, () -> read(watch, "a")));
    assertTrue(other.leaf() != null);
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new DroppedEvidence(other.receipt(), other.head(), other.leaf(), other.path(), null)
                .judge());
    List<Bytes> without = Objects.requireNonNull(other.statements()).subList(0, changes);
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new DroppedEvidence(other.receipt(), other.head(), other.leaf(), other.path(), without)
                .judge());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOldRecordAsTheLatest(int changes) {
    put("a");
    later();
    DataItem old = latest("a");
    read(watch, "a");
    put("a");
    later();
    read(watch, "a");
    change(changes);
    LogWatch.Asked asked = watch.begin();
    LogAnswer lie = lie(asked, old);
    NotLatestEvidence evidence =
        assertInstanceOf(
            NotLatestEvidence.class,
            proved(Code.NOT_LATEST, () -> watch.read(asked, "a", old, lie, Optional.empty())));
    assertTrue(evidence.proof() != null);
    assertEquals(changes + 1, Objects.requireNonNull(evidence.statements()).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOldRecordInPlaceOfOneWithAReceipt(int changes) {
    put("a");
    later();
    DataItem old = latest("a");
    read(watch, "a");
    put("a");
    Bytes receipt = receipt(latest("a"));
    watch.wrote(LogName.MESH, "a", receipt);
    change(changes);
    LogWatch.Asked asked = watch.begin();
    LogAnswer lie = lie(asked, old);
    NotLatestEvidence evidence =
        assertInstanceOf(
            NotLatestEvidence.class,
            proved(Code.NOT_LATEST, () -> watch.read(asked, "a", old, lie, Optional.empty())));
    LogMemory.Kept kept = Objects.requireNonNull(evidence.receipt());
    assertEquals(receipt, kept.receipt());
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new NotLatestEvidence(evidence.key(), "mesh", "a", evidence.shown(), null, kept, null)
                .judge());
  }
}
