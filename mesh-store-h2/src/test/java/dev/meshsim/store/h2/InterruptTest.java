package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java closes a file under a thread that is interrupted; the store must outlive that. */
class InterruptTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir Path directory;

  @Test
  void anInterruptedThreadDoesNotEndTheStore() {
    try (PortalStore store =
        RelationalStores.portal(directory, World.seeded(1).stream("p", "retry"))) {
      for (int i = 0; i < 5; i++) {
        String key = "k" + i;
        Thread.currentThread().interrupt();
        store.transact(
            tx -> {
              tx.put(Change.create(LogName.MESH, key, List.of(), Bytes.utf8("{}"), T0));
              return key;
            });
      }
      assertEquals(5, store.scan(LogName.MESH, PageRequest.all()).items().size());
    } finally {
      Thread.interrupted();
    }
  }
}
