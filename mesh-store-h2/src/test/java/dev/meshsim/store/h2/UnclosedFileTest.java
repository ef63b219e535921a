package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a process that was killed is read whole; H2's recovery of it stays in memory. */
class UnclosedFileTest {

  @TempDir private Path directory;
  private final World world = World.seeded(1);

  @Test
  void aFileThatWasNotClosedIsReadAndStays() throws IOException {
    Path root = directory.resolve("open");
    Path copy = Files.createDirectory(directory.resolve("copy"));
    try (PortalStore store = PortalStores.named("h2").open(root, world, line -> {})) {
      for (int i = 0; i < 30; i++) {
        Change change =
            Change.create(
                LogName.MESH,
                "key" + i,
                List.of(),
                Bytes.utf8("text".repeat(500)),
                Instant.parse("2019-04-04T00:00:00Z"));
        store.transact(
            tx -> {
              tx.put(change);
              return null;
            });
      }
      Files.copy(
          root.resolve("portal.mv.db"),
          copy.resolve("portal.mv.db"),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Map<Path, String> before = TreeSnapshot.of(copy);
    assertEquals(List.of(), PortalStores.named("h2").check(copy, world));
    try (PortalStore store = PortalStores.named("h2").openForReading(copy, world, line -> {})) {
      assertEquals(30, store.scan(LogName.MESH, PageRequest.all()).items().size());
    }
    assertEquals(before, TreeSnapshot.of(copy));
  }
}
