package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Evidence between what an earlier key of a log has signed and what a later one has: it has the
 * statements that lead from one to the other, and nobody need be trusted.
 */
class KeyChangeEvidenceTest extends WatchScene {

  private static Evidence proved(Code code, Executable attack) {
    TransparencyException.Proved failure = assertThrows(TransparencyException.Proved.class, attack);
    assertEquals(code, failure.errorCode());
    Evidence evidence = Evidence.read(failure.evidence());
    assertEquals(failure.problem(), evidence.judge());
    return evidence;
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      keyring.change(Suite.ED25519);
    }
  }

  /** A log with these keys of records, which the portal's present key signs. */
  private PortalLog branch(PortalStore other, List<String> keys) {
    other.transact(
        tx -> {
          for (String key : keys) {
            tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
          }
          return true;
        });
    PortalLog branch = new PortalLog(world, DOMAIN, other, keyring::logSigner, POLICY);
    branch.makeNow();
    return branch;
  }

  /** Reads the entry of a key from another log. */
  private Executable reading(PortalStore from, PortalLog shown, String key) {
    DataItem item = from.transact(tx -> tx.latest(LogName.MESH, key)).orElseThrow();
    LogWatch.Asked asked = watch.begin();
    LogAnswer answer =
        shown.answer(LogName.MESH, key, asked.query(), Optional.empty()).orElseThrow();
    return () -> watch.read(asked, key, item, answer, Optional.empty());
  }

  private ForkEvidence fork(int changes) {
    put("a");
    later();
    read(watch, "a");
    change(changes);
    PortalStore other = new MemoryPortalStore();
    PortalLog branch = branch(other, List.of("b", "c", "a"));
    return assertInstanceOf(ForkEvidence.class, proved(Code.FORKED, reading(other, branch, "a")));
  }

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

  private static void refused(ForkEvidence fork, List<Bytes> statements) {
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new ForkEvidence(fork.key(), fork.older(), fork.newer(), fork.path(), statements)
                .judge());
  }

  @Test
  void aChainThatDoesNotHoldIsNotBelieved() {
    ForkEvidence fork = fork(2);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    List<Bytes> gap = List.of(right.get(0), right.get(2));
    refused(fork, gap);
    List<Bytes> backwards = new ArrayList<>(right);
    Collections.reverse(backwards);
    refused(fork, backwards);
    refused(fork, List.of(right.get(0), right.get(2), right.get(1)));
    refused(fork, right.subList(0, 2));
    refused(fork, right.subList(1, 3));
    refused(fork, List.of());
    refused(fork, List.of(right.get(0), right.get(0), right.get(1), right.get(2)));
    PortalKeyring others = new PortalKeyring(world, "other.example", new MemoryPortalStore());
    others.logSigner();
    others.change(Suite.ED25519);
    refused(fork, others.change(Suite.ED25519).shown());
    List<Bytes> mixed = new ArrayList<>(right);
    mixed.set(1, others.current().shown().get(1));
    refused(fork, mixed);
  }

  /** Statements of one portal's name by keys of somebody else's. */
  @Test
  void aWrongSignatureIsNotBelieved() {
    ForkEvidence fork = fork(1);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    PortalKeyring namesake = new PortalKeyring(world, DOMAIN, new MemoryPortalStore());
    namesake.logSigner();
    namesake.change(Suite.ED25519);
    refused(fork, List.of(right.get(0), namesake.current().shown().get(1)));
    JsonWebSignature newer = Jws.fromJson(right.get(0));
    var signatures = new ArrayList<>(newer.signatures());
    signatures.remove(1);
    refused(
        fork,
        List.of(MeshJson.write(new JsonWebSignature(newer.payload(), signatures)), right.get(1)));
    JsonWebSignature other = Jws.fromJson(namesake.current().shown().get(0));
    signatures.add(other.signatures().get(1));
    refused(
        fork,
        List.of(MeshJson.write(new JsonWebSignature(newer.payload(), signatures)), right.get(1)));
  }

  /**
   * Somebody else adds a signature of his own to a portal's statement, so that it seems to follow
   * his; then he could sign another history of the log. The statement does not name his.
   */
  @Test
  void nobodyPutsHisKeysBeforeThoseOfAPortal() {
    ForkEvidence fork = fork(1);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    PortalKeys his = new PortalKeyring(world, DOMAIN, new MemoryPortalStore()).current();
    JsonWebSignature newer = Jws.fromJson(right.get(0));
    JsonWebSignature own =
        new JsonWebSignature(newer.payload(), List.of(newer.signatures().get(0)));
    assertTrue(KeyStatement.read(right.get(0)).isBoundTo(KeyStatement.read(right.get(1))));
    assertEquals(1, his.newest().number());
    JsonWebSignature his2 =
        his.sign(newer.payload(), KeyStatement.TYPE, world.stream("test", "his"));
    Bytes joined =
        MeshJson.write(
            new JsonWebSignature(
                newer.payload(), List.of(own.signatures().get(0), his2.signatures().get(0))));
    KeyStatement patched = KeyStatement.read(joined);
    assertTrue(patched.follows(his.newest()));
    assertFalse(patched.isBoundTo(his.newest()));
    refused(fork, List.of(joined, his.newest().text()));
  }
}
