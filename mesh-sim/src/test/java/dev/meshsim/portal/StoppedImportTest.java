package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.TestFailure;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.migration.LogImport;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedImportTest {

  @Test
  void aStoppedImportSaysHowManyRecordsAreThere(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("mesh.jlog");
    Files.writeString(
        log,
        """
        {"DataItem":{"PrimaryKey":"k","Action":"New","Added":"2016-01-01T00:00:00Z","Text":"{}"}}
        """
            .repeat(600));
    for (int before : List.of(0, 1, 2)) {
      AtomicInteger loads = new AtomicInteger();
      MeshException stopped =
          assertThrows(
              MeshException.class,
              () -> LogImport.run(List.of(log), "example.com", fullAfter(loads, before)));
      assertEquals(
          before == 0 ? TestFailure.Code.FULL : PortalException.Code.IMPORT_STOPPED,
          stopped.errorCode());
      assertEquals(
          before == 0
              ? "the disk is full"
              : "the import stopped after " + 256 * before + " records: the disk is full",
          stopped.problem());
      assertEquals(before + 1, loads.get(), "what failed once is not tried again");
    }
  }

  /** A store that is full after {@code most} loads; it counts all loads. */
  private static PortalStore fullAfter(AtomicInteger loads, int most) {
    MemoryPortalStore store = new MemoryPortalStore();
    return (PortalStore)
        Proxy.newProxyInstance(
            PortalStore.class.getClassLoader(),
            new Class<?>[] {PortalStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("load") && loads.incrementAndGet() > most) {
                throw new TestFailure(TestFailure.Code.FULL, "the disk is full");
              }
              return method.invoke(store, arguments);
            });
  }
}
