package dev.meshsim.portal.mirror;

import static dev.meshsim.portal.mirror.AuditedPortal.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.error.Failing;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transfers with proofs that a session asks for. */
class SessionTransferTest {

  private final AuditedPortal scene = new AuditedPortal();

  @Test
  void aSessionChecksItsRecords() {
    scene.publish(9);
    scene.checkpoint();
    List<DataItem> records = scene.alice.provedTransfer().dataItems();
    assertEquals(19, records.size());
    scene.publish(1);
    assertEquals(records, scene.alice.provedTransfer().dataItems(), "not covered yet");
    scene.checkpoint();
    assertEquals(21, scene.alice.provedTransfer().dataItems().size());
    LyingPortal lying =
        LyingPortal.aboutTheSecondPage(
            scene.portal,
            response -> {
              LyingPortal.Page page = new LyingPortal.Page(response);
              page.items.set(1, page.items.get(0));
              return page.response();
            });
    PersonalSession deceived = new MeshSession(scene.desktop, lying).personalSession(ALICE);
    Failing.with(TransparencyException.Code.BAD_PROOF, deceived::provedTransfer);
    MeshPortalDirect plain =
        MeshPortalDirect.open(scene.world, "example.com", new MemoryPortalStore());
    PersonalSession other = scene.account(plain, "other", "other@example.com");
    Failing.with(TransparencyException.Code.WITHHELD, other::provedTransfer);
  }
}
