package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that an interrupted change left behind is read and checked without a repair. */
class ReadingTest extends FilledStore {

  private static final String STAGED = "profiles.json.new";

  private final RandomStream random = World.seeded(1).stream("m", "store");

  private MachineStore open() {
    return MachineStores.named("file").open(root, StoreMode.TEST, random);
  }

  private MachineStore openForReading() {
    return MachineStores.named("file").openForReading(root, StoreMode.TEST, random);
  }

  private List<Finding> check() {
    return MachineStores.named("file").check(root, StoreMode.TEST, random);
  }

  private static Path secretFile(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Reads and checks without a change; then opening gives what was read, and repairs. */
  private void assertReported(List<String> codes) {
    Map<Path, String> before = TreeSnapshot.of(root);
    List<Finding> findings = check();
    assertEquals(codes, findings.stream().map(Finding::code).toList(), findings::toString);
    String read;
    try (MachineStore store = openForReading()) {
      read = LogicalContent.of(store);
      assertEquals(codes, store.check().stream().map(Finding::code).toList());
    }
    assertEquals(before, TreeSnapshot.of(root));
    try (MachineStore store = open()) {
      assertEquals(LogicalContent.of(store), read);
    }
    assertEquals(List.of(), check());
  }

  @Test
  void aStagedFileWithoutAPlanIsReportedAndStays() throws IOException {
    secretFile(test.resolve(STAGED), "anything");
    secretFile(test.resolve("profiles.json.unfinished"), "anything");
    assertReported(List.of("store.file.unfinished", "store.file.unfinished"));
  }

  @Test
  void anInterruptedCommitIsReadAsFinishedAndStays() throws IOException {
    // The commit replaces the index by one without accounts and removes nothing.
    String index = Files.readString(test.resolve("profiles.json"));
    secretFile(test.resolve(STAGED), index);
    secretFile(test.resolve("commit.json"), "{\"Move\":[\"profiles.json\"],\"Remove\":[]}");
    secretFile(test.resolve("profiles.json"), "what the commit replaces");
    assertReported(List.of("store.file.interrupted"));
  }

  @Test
  void anInterruptedRemovalIsReadAsFinishedAndStays() throws IOException {
    String full = Files.readString(test.resolve("profiles.json"));
    Path other = places.resolve("other");
    MachineStores.named("file").open(other, StoreMode.TEST, random).close();
    String empty = Files.readString(other.resolve("test/profiles.json"));
    StringBuilder removes = new StringBuilder();
    for (String name : List.of("profiles", "requests", "keys")) {
      try (var files = Files.list(test.resolve(name))) {
        for (Path file : files.toList()) {
          removes.append(removes.length() == 0 ? "" : ",");
          removes.append('"').append(name).append('/').append(file.getFileName()).append('"');
        }
      }
    }
    assertTrue(removes.length() > 0, full);
    secretFile(test.resolve(STAGED), empty);
    secretFile(
        test.resolve("commit.json"), "{\"Move\":[\"profiles.json\"],\"Remove\":[" + removes + "]}");
    assertReported(List.of("store.file.interrupted"));
    try (MachineStore store = openForReading()) {
      assertEquals("", LogicalContent.of(store));
    }
  }

  @Test
  void aPlanThatIsNotOursIsReportedAndStays() throws IOException {
    secretFile(test.resolve("commit.json"), "{\"Move\":[\"../x\"],\"Remove\":[]}");
    Map<Path, String> before = TreeSnapshot.of(root);
    assertEquals(List.of("store.file.index"), check().stream().map(Finding::code).toList());
    assertEquals(before, TreeSnapshot.of(root));
  }

  @Test
  void aLockThatAKilledProcessLeftStays() throws IOException {
    secretFile(test.resolve("lock"), "process 99999999\n");
    Map<Path, String> before = TreeSnapshot.of(root);
    assertEquals(List.of(), check());
    assertEquals(before, TreeSnapshot.of(root));
  }
}
