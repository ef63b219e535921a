package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed H2 file of which a part is missing is found, read or opened by nobody, and stays. */
class ShortenedFileTest {

  private static final int BLOCK = 4096;
  private static final Udf PROFILE = Udf.parse("MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y-WFH4");

  @TempDir private Path directory;
  private final World world = World.seeded(1);
  private final RandomStream random = world.stream("m", "store");

  private Path portal() {
    Instant time = Instant.parse("2019-04-04T00:00:00Z");
    try (PortalStore store = PortalStores.named("h2").open(directory, world, line -> {})) {
      for (int i = 0; i < 12; i++) {
        Change change =
            Change.create(LogName.MESH, "key" + i, List.of(), Bytes.utf8("text".repeat(500)), time);
        store.transact(
            tx -> {
              tx.put(change);
              return null;
            });
      }
    }
    return directory.resolve("portal.mv.db");
  }

  private Path machine() {
    try (MachineStore store = MachineStores.named("h2").open(directory, StoreMode.TEST, random)) {
      for (int i = 0; i < 12; i++) {
        store.commit(
            List.of(new MachineChange.Put(new MachineRecord.Account("a" + i + "@b", PROFILE))));
      }
    }
    return directory.resolve("machine-test.mv.db");
  }

  private void assertPortalRefused(String what) {
    Map<Path, String> before = TreeSnapshot.of(directory);
    List<Finding> findings = PortalStores.named("h2").check(directory, world);
    assertFalse(findings.isEmpty(), what);
    assertRefused(
        () -> PortalStores.named("h2").openForReading(directory, world, line -> {}).close(), what);
    assertEquals(before, TreeSnapshot.of(directory), what);
    assertRefused(() -> PortalStores.named("h2").open(directory, world, line -> {}).close(), what);
  }

  private static void assertRefused(Runnable opening, String what) {
    try {
      opening.run();
    } catch (MeshException e) {
      return;
    }
    throw new AssertionError(what + " was opened");
  }

  @Test
  void aPortalCutAtAnyBlockIsFound() throws IOException {
    Path file = portal();
    byte[] whole = Files.readAllBytes(file);
    for (int end = 0; end < whole.length; end += BLOCK) {
      DurableFiles.real().replace(file, Arrays.copyOf(whole, end));
      assertPortalRefused("cut to " + end + " of " + whole.length + " octets");
      assertEquals(end, Files.size(file));
    }
    DurableFiles.real().replace(file, whole);
    assertEquals(List.of(), PortalStores.named("h2").check(directory, world));
    try (PortalStore store =
        PortalStores.named("h2").openForReading(directory, world, line -> {})) {
      assertEquals(12, store.scan(LogName.MESH, PageRequest.all()).items().size());
    }
  }

  @Test
  void aPortalThatLacksAFewOctetsIsFound() throws IOException {
    Path file = portal();
    byte[] whole = Files.readAllBytes(file);
    for (int lost : new int[] {1, 2, 127, 128, 129, 4095}) {
      DurableFiles.real().replace(file, Arrays.copyOf(whole, whole.length - lost));
      assertPortalRefused("without its last " + lost + " octets");
    }
  }

  @Test
  void aPortalWhoseLastBlocksAreZeroIsFound() throws IOException {
    Path file = portal();
    byte[] whole = Files.readAllBytes(file);
    for (int blocks = 1; blocks < 8; blocks++) {
      byte[] zeroed = whole.clone();
      Arrays.fill(zeroed, zeroed.length - blocks * BLOCK, zeroed.length, (byte) 0);
      DurableFiles.real().replace(file, zeroed);
      assertPortalRefused("with " + blocks + " blocks of zeros at its end");
    }
  }

  @Test
  void aMachineThatLacksOneOctetIsFoundAndNotExported() throws IOException {
    Path file = machine();
    byte[] whole = Files.readAllBytes(file);
    DurableFiles.real().replace(file, Arrays.copyOf(whole, whole.length - 1));
    Map<Path, String> before = TreeSnapshot.of(directory);
    List<Finding> findings = MachineStores.named("h2").check(directory, StoreMode.TEST, random);
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(DatabaseException.Code.INCOMPLETE, findings.get(0).errorCode());
    assertEquals(file.toString(), findings.get(0).place());
    Failing.with(
        DatabaseException.Code.INCOMPLETE,
        () -> MachineStores.named("h2").openForReading(directory, StoreMode.TEST, random));
    assertEquals(before, TreeSnapshot.of(directory));
    Failing.with(
        DatabaseException.Code.INCOMPLETE,
        () -> MachineStores.named("h2").open(directory, StoreMode.TEST, random));
  }

  @Test
  void aMachineCutAtAnyBlockIsFound() throws IOException {
    Path file = machine();
    byte[] whole = Files.readAllBytes(file);
    for (int end = 0; end < whole.length; end += BLOCK) {
      DurableFiles.real().replace(file, Arrays.copyOf(whole, end));
      String what = "cut to " + end + " of " + whole.length + " octets";
      assertFalse(
          MachineStores.named("h2").check(directory, StoreMode.TEST, random).isEmpty(), what);
      assertRefused(
          () -> MachineStores.named("h2").openForReading(directory, StoreMode.TEST, random).close(),
          what);
    }
  }
}
