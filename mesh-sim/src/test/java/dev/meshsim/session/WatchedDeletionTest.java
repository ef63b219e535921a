package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions believe that an account is gone by a proof, and its deletion by a receipt. */
class WatchedDeletionTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aDeletedAccountIsDeniedWithAProof(Dialect dialect) {
    WatchedPortal home = new WatchedPortal(dialect, directory);
    home.desktop.deleteAccount();
    // No checkpoint is due that covers it, so the portal makes one.
    PortalRefusedException refused =
        assertThrows(PortalRefusedException.class, () -> home.laptop.refresh());
    assertEquals(404, refused.status());
    MeshSession again = new MeshSession(home.desktopMachine, home.portal);
    assertThrows(
        PortalRefusedException.class,
        () -> again.connect(again.createDevice("other", null), WatchedPortal.ALICE));
    home.later();
    assertThrows(PortalRefusedException.class, () -> home.laptop.refresh());
  }

  @Test
  void aDeletionWithoutAReceiptIsNotBelieved() {
    WatchedPortal home = new WatchedPortal(Dialect.MESH, directory);
    home.desktopWay.leadsTo(
        new MeshPortal() {
          @Override
          public String domain() {
            return home.portal.domain();
          }

          @Override
          public Bytes exchange(Bytes request) {
            Bytes answer = home.portal.exchange(request);
            return answer.utf8().contains("DeleteResponse")
                ? MessageCodec.write(Dialect.MESH, DeleteResponse.success())
                : answer;
          }
        });
    Failing.with(Code.WITHHELD, () -> home.desktop.deleteAccount());
  }
}
