package dev.meshsim.portal.migration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoints of a log that is imported: their sizes are numbers of the old log. */
class CheckpointImportTest {

  private static final String ALICE = "alice@example.com";

  private final World world = World.seeded(3);

  @Test
  void checkpointsStayWithTheirLog(@TempDir Path directory) {
    Path mesh = directory.resolve("mesh.jlog");
    Path portalLog = directory.resolve("portal.jlog");
    PortalPolicy policy =
        PortalPolicy.DEFAULT.withCheckpoints(new CheckpointPolicy(1, Duration.ZERO));
    PortalStore logs = JlogPortalStore.open(mesh, portalLog, DurableFiles.real(), line -> {});
    try (MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", Dialect.MESH, logs, policy)) {
      MeshSession session = new MeshSession(new MeshMachineCached(world, "d"), portal);
      session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
      assertTrue(portal.published("checkpoint").isPresent());
    }
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(portalLog, mesh), "example.com", store);
    assertTrue(
        report.notes().stream().allMatch(n -> n.text().startsWith("left out: a checkpoint")));
    assertTrue(!report.notes().isEmpty());
    try (MeshPortalDirect again =
        MeshPortalDirect.open(world, "example.com", Dialect.MESH, store, policy)) {
      assertTrue(again.published("checkpoint").isPresent());
    }
  }
}
