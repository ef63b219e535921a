package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.mirror.AuditedPortal;
import dev.meshsim.portal.mirror.LogMirror;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a portal on H2, with proofs. */
class ProvedRecordsTest {

  @TempDir Path directory;

  @Test
  void aMirrorOfAPortalOnH2HasItsRoot() {
    try (PortalStore h2 =
        RelationalStores.portal(
            directory.resolve("portal"), World.seeded(5).stream("p", "retry"))) {
      AuditedPortal scene = new AuditedPortal(24, h2);
      scene.publish(5);
      scene.checkpoint();
      assertTrue(scene.alice.provedTransfer().dataItems().size() > 5);
      scene.alice.delete();
      scene.account("bob", "bob@example.com");
      scene.checkpoint();
      LogMirror.Result copy =
          new LogMirror(
                  scene.world,
                  scene.portal,
                  scene.auditor(),
                  null,
                  DurableFiles.real(),
                  directory.resolve("mirror"),
                  warning -> {})
              .run();
      assertEquals(h2.tree().head(h2.tree().size()), copy.checkpoint().tree());
    }
  }
}
