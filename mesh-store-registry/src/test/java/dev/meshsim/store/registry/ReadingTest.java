package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that needs a repair, or has an import waiting, is read and checked without a change. */
class ReadingTest extends RegistryFixture {

  private final RandomStream random = World.seeded(1).stream("m", "store");

  private MachineStore openForReading() {
    return MachineStores.named("registry").openForReading(home, StoreMode.TEST, random);
  }

  private List<String> codes() {
    return MachineStores.named("registry").check(home, StoreMode.TEST, random).stream()
        .map(Finding::code)
        .toList();
  }

  /** Reads and checks without a change; then opening gives what was read, and repairs. */
  private void assertReported(String code) {
    Map<Path, String> before = TreeSnapshot.of(home);
    assertEquals(List.of(code), codes());
    String read;
    try (MachineStore store = openForReading()) {
      read = LogicalContent.of(store);
      assertEquals(List.of(code), store.check().stream().map(Finding::code).toList());
    }
    assertEquals(before, TreeSnapshot.of(home));
    try (MachineStore store = open()) {
      assertEquals(LogicalContent.of(store), read);
    }
    assertEquals(List.of(), codes());
  }

  @Test
  void anImportThatWaitsIsReadAsMergedAndStays() {
    filled();
    importFile(
        "[HKEY_CURRENT_USER\\Software\\CryptoMesh\\accounts]",
        "\"carol@example.com\"=\"" + SampleRecords.profile().text() + "\"",
        "\"" + ALICE + "\"=-",
        "@=\"carol@example.com\"");
    assertReported("store.registry.import-due");
    try (MachineStore store = openForReading()) {
      assertEquals(1, store.list(RecordKind.ACCOUNT).size());
    }
  }

  @Test
  void anImportThatIsWrongIsReportedAndStays() {
    filled();
    importFile("[HKEY_CURRENT_USER\\Software\\CryptoMesh\\accounts]", "no value");
    Map<Path, String> before = TreeSnapshot.of(home);
    assertEquals(List.of("store.registry.syntax"), codes().subList(0, 1));
    assertThrows(MeshException.class, this::openForReading);
    assertEquals(before, TreeSnapshot.of(home));
  }

  @Test
  void aFileThatACutCommitLeftIsReportedAndStays() throws IOException {
    filled();
    Path file = fileNamed(layout().local(), "DeviceProfile");
    long generation = Layout.generationOf(file).orElseThrow();
    Path left =
        file.resolveSibling(
            file.getFileName()
                .toString()
                .replace("." + generation + ".", "." + (generation + 1) + "."));
    Files.copy(file, left, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    assertReported("store.registry.left");
  }

  @Test
  void aMissingHiveIsReportedAndNotMade() throws IOException {
    filled();
    Files.delete(layout().hive());
    Map<Path, String> before = TreeSnapshot.of(home);
    assertEquals("store.registry.missing-hive", codes().get(0));
    assertThrows(MeshException.class, this::openForReading);
    assertEquals(before, TreeSnapshot.of(home));
  }
}
