package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.session.OfflineEscrowEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The escrow entries that a new one voids. */
class EscrowRulesTest {

  private final PortalScene scene = new PortalScene();

  private OfflineEscrowEntry escrow() {
    OfflineEscrowEntry entry = scene.alice.newEscrowEntry(2, 3);
    scene.alice.escrow(entry);
    return entry;
  }

  private int publish(OfflineEscrowEntry entry, Map<String, Object> header) {
    Bytes sealed =
        scene.sealed(
            new PublishRequest(entry.sealed()),
            ALICE,
            "example.com",
            scene.administrator().with(header));
    return scene.send(sealed, Transaction.PUBLISH).status();
  }

  @Test
  void publishingTheNewEntryAgainChangesNothing() {
    OfflineEscrowEntry old = escrow();
    OfflineEscrowEntry entry = scene.alice.newEscrowEntry(2, 3);
    Map<String, Object> header = VoidedEscrow.of(List.of(old.udf())).header();
    assertEquals(201, publish(entry, header));
    int before = scene.records();
    assertEquals(201, publish(entry, header));
    assertEquals(201, publish(entry, VoidedEscrow.all().header()));
    assertEquals(before, scene.records());
  }

  @Test
  void publishingAnEntryAgainVoidsNoLaterOne() {
    OfflineEscrowEntry entry = scene.alice.renewEscrow(2, 3);
    OfflineEscrowEntry later = escrow();
    assertEquals(201, publish(entry, VoidedEscrow.all().header()));
    assertEquals(later.sealed(), scene.client.escrowEntry(later.udf()));
  }

  /** A renewal writes the deletion and the mark of the old entry, and the new one and its owner. */
  @Test
  void anEntryIsVoidedOnce() {
    OfflineEscrowEntry old = escrow();
    int before = scene.records();
    scene.alice.renewEscrow(2, 3);
    assertEquals(before + 4, scene.records());
    OfflineEscrowEntry entry = scene.alice.newEscrowEntry(2, 3);
    assertEquals(201, publish(entry, VoidedEscrow.of(List.of(old.udf())).header()));
    assertEquals(before + 6, scene.records());
  }

  @Test
  void anEntryDoesNotVoidItself() {
    OfflineEscrowEntry entry = scene.alice.newEscrowEntry(2, 3);
    assertEquals(404, publish(entry, VoidedEscrow.of(List.of(entry.udf())).header()));
    scene.alice.escrow(entry);
    assertEquals(201, publish(entry, VoidedEscrow.of(List.of(entry.udf())).header()));
    assertEquals(entry.sealed(), scene.client.escrowEntry(entry.udf()));
  }

  /** As an earlier version of this program left it: whose the entry is, is not recorded. */
  @Test
  void anEntryWithoutAnOwnerIsNotVoided() {
    OfflineEscrowEntry old = escrow();
    scene.store.transact(
        tx -> {
          tx.put(
              dev.meshsim.log.Change.delete(
                  LogName.PORTAL, PortalEntry.EscrowOwner.key(old.udf()), scene.world.now()));
          return true;
        });
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> scene.alice.renewEscrow(2, 3, List.of(old.udf())));
    assertEquals(404, e.status());
    scene.alice.renewEscrow(2, 3);
    assertEquals(old.sealed(), scene.client.escrowEntry(old.udf()));
  }

  static List<Object> malformed() {
    return List.of(
        "none",
        1,
        Map.of("a", "all"),
        List.of("x"),
        List.of(1),
        Collections.nCopies(VoidedEscrow.MOST + 1, "MBTV-DGB3-GVIL-2VJ4-IDHR-DFMF-4XE2"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void aMalformedMemberIsRefused(Object member) {
    int before = scene.records();
    assertEquals(
        400, publish(scene.alice.newEscrowEntry(2, 3), Map.of(VoidedEscrow.MEMBER, member)));
    assertEquals(before, scene.records());
  }

  @Test
  void theRecordsSurviveARestart() {
    OfflineEscrowEntry old = escrow();
    scene.alice.renewEscrow(2, 3);
    MeshService again =
        new MeshService(
            scene.world,
            "example.com",
            dev.meshsim.dialect.Dialect.MESH,
            scene.store,
            PortalPolicy.DEFAULT);
    var restarted =
        new dev.meshsim.session.MeshSession(
            scene.desktop,
            new dev.meshsim.portal.MeshPortal() {
              @Override
              public String domain() {
                return "example.com";
              }

              @Override
              public Bytes exchange(Bytes request) {
                return again.dispatch(request);
              }
            });
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> restarted.personalSession(ALICE).escrow(old));
    assertEquals(409, e.status());
  }
}
